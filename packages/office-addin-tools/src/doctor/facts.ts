import type { Finding } from '../finding.ts';
import type { ProjectFault } from '../project.ts';

/** An .ENV file and its state in Git. */
export interface EnvFileFacts {
  /** Names of the settings with a value. */
  readonly names: readonly string[];
  readonly ignored: boolean;
  readonly committed: boolean;
}

export interface PortFacts {
  readonly setting: string;
  readonly port: number;
  /** Such as "process 4711 (node)"; undefined if unknown. */
  readonly by: string | undefined;
  /** True if it is a server of this project: it answers /healthz or the sandbox's routes. */
  readonly ours: boolean;
}

export interface ServiceFacts {
  /** Such as "Microsoft Entra ID". */
  readonly name: string;
  readonly where: string;
  /** Reason, such as "no answer"; undefined: it answered. */
  readonly fault: string | undefined;
  /** Its clock minus this machine's, in milliseconds; undefined if it sent no Date header. */
  readonly ahead?: number | undefined;
}

export interface CertificateFacts {
  readonly where: string;
  /** Expiry in milliseconds since 1970; undefined if the certificate cannot be read. */
  readonly ends: number | undefined;
  readonly fault?: string | undefined;
}

export type RegistrationFacts =
  | { readonly kind: 'not-asked'; readonly why: string | undefined }
  | { readonly kind: 'missing' }
  | { readonly kind: 'read'; readonly findings: readonly Finding[] };

/** Everything the checks need, gathered before they run. */
export interface DoctorFacts {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Such as 20.20.1. */
  readonly node: string;
  /** Packages of package.json that are not installed. */
  readonly missingPackages: readonly string[];
  /** True if CLIENT_ID is a placeholder. */
  readonly sandbox: boolean;
  /** One sentence for each invalid setting, beginning with its name. */
  readonly invalidSettings: readonly string[];
  readonly addinOrigin: string;
  readonly port: number;
  readonly production: boolean;
  readonly env: EnvFileFacts | undefined;
  readonly local: EnvFileFacts | undefined;
  /** For https://localhost; undefined: not created yet. */
  readonly localhost: CertificateFacts | undefined;
  /** CLIENT_CERTIFICATE_PATH. */
  readonly credential: CertificateFacts | undefined;
  readonly manifests: readonly Finding[];
  /** The origin of all manifests, if it differs from ADDIN_ORIGIN. Then `manifests` compares with this origin. */
  readonly manifestsFor: string | undefined;
  /** In .ENV, .ENV.local and the environment. `problem` contains no values. */
  readonly suspectSettings: readonly { readonly where: string; readonly problem: string }[];
  /** TLS_CERT_PATH and TLS_KEY_PATH, if one of them is set and TLS is on. */
  readonly tls: CertificateFacts | undefined;
  readonly takenPorts: readonly PortFacts[];
  /** For each setting that is an address of Redis or PostgreSQL. */
  readonly stores: readonly ServiceFacts[];
  /** Results of the project's `findFaults`. */
  readonly projectFaults: readonly ProjectFault[];
  /** Empty with --offline. */
  readonly services: readonly ServiceFacts[];
  readonly registration: RegistrationFacts;
}
