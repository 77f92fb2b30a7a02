import { consecutivePorts, type SandboxPorts } from '../hostNames.ts';

/** The port of the sandbox's host page, which two ports follow, or all three ports with commas between them. */
export const PORT_VARIABLE = 'OFFICE_ADDIN_SANDBOX_PORT';

/** Returns the ports in a value of the variable. Throws an Error for anything that isn't a port. */
export function readPorts(text = '3001'): SandboxPorts {
  const [first, ...others] = text.split(',').map(Number);
  if (
    first === undefined ||
    ![first, ...others].every((port) => Number.isInteger(port) && port > 0 && port < 65_536)
  ) {
    throw new Error(`${PORT_VARIABLE}=${text} is not a port.`);
  }
  const [entra, graph] = others;
  return entra && graph ? { office: first, entra, graph } : consecutivePorts(first);
}
