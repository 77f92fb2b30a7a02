import { Agent, fetch } from 'undici';
import type { ScenarioInput } from 'office-addin-sandbox';

/** @param office URL of the sandbox's page @param ca of its certificate */
export async function setScenario(office: string, ca: Buffer, scenario: ScenarioInput): Promise<void> {
  const dispatcher = new Agent({ connect: { ca } });
  try {
    const answer = await fetch(`${office}/__sandbox/scenario`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ scenario }),
      dispatcher,
    });
    if (!answer.ok) throw new Error(`The sandbox rejected the scenario: ${await answer.text()}`);
  } finally {
    await dispatcher.close();
  }
}
