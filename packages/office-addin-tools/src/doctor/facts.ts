import type { Finding } from '../finding.ts';
import type { ProjectFault } from '../project.ts';

/** What stands in a file of settings, and what Git does with the file. */
export interface EnvFileFacts {
  /** Names of the settings that have a value in it. */
  readonly names: readonly string[];
  readonly ignored: boolean;
  readonly committed: boolean;
}

export interface PortFacts {
  readonly setting: string;
  readonly port: number;
  /** Such as "process 4711 (node)"; undefined: it could not be found out. */
  readonly by: string | undefined;
  /** It answers /healthz as this project does. */
  readonly ours: boolean;
}

export interface ServiceFacts {
  /** Such as "Microsoft Entra ID". */
  readonly name: string;
  readonly where: string;
  /** Undefined: it answered. */
  readonly fault: string | undefined;
  /** Its clock minus ours in milliseconds, where it said the time. */
  readonly ahead?: number | undefined;
}

export interface CertificateFacts {
  readonly where: string;
  /** End of the certificate in milliseconds; undefined with a fault. */
  readonly ends: number | undefined;
  readonly fault?: string | undefined;
}

export type RegistrationFacts =
  | { readonly kind: 'not-asked'; readonly why: string | undefined }
  | { readonly kind: 'missing' }
  | { readonly kind: 'read'; readonly findings: readonly Finding[] };

/** Everything that the checks look at, gathered beforehand. */
export interface DoctorFacts {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Such as 20.20.1. */
  readonly node: string;
  /** Packages of package.json that are not installed. */
  readonly missingPackages: readonly string[];
  /** True while CLIENT_ID is a placeholder: no Azure, no Office. */
  readonly sandbox: boolean;
  /** One sentence for each wrong setting, beginning with its name. */
  readonly invalidSettings: readonly string[];
  readonly addinOrigin: string;
  readonly port: number;
  readonly production: boolean;
  readonly env: EnvFileFacts | undefined;
  readonly local: EnvFileFacts | undefined;
  /** For https://localhost; undefined: there is none yet. */
  readonly localhost: CertificateFacts | undefined;
  /** CLIENT_CERTIFICATE_PATH. */
  readonly credential: CertificateFacts | undefined;
  readonly manifests: readonly Finding[];
  /** Origin that all manifests of the project are for, where ADDIN_ORIGIN is another; `manifests` are compared with it. */
  readonly manifestsFor: string | undefined;
  /** Of .ENV, .ENV.local and the environment: where, and a sentence without a value. */
  readonly suspectSettings: readonly { readonly where: string; readonly problem: string }[];
  /** TLS_CERT_PATH and TLS_KEY_PATH, where one of them is set and TLS is on. */
  readonly tls: CertificateFacts | undefined;
  readonly takenPorts: readonly PortFacts[];
  /** Of the settings that are addresses of Redis or PostgreSQL. */
  readonly stores: readonly ServiceFacts[];
  /** What the project itself finds wrong. */
  readonly projectFaults: readonly ProjectFault[];
  /** Empty with --offline. */
  readonly services: readonly ServiceFacts[];
  readonly registration: RegistrationFacts;
}
