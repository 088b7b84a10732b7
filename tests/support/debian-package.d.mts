export interface DebianPackage {
  /** `<root>/usr/bin/...` as in the package. */
  readonly root: string;
  /** With its libraries on the path. */
  readonly env: NodeJS.ProcessEnv;
}

export function debianPackage(name: string): Promise<DebianPackage | null>;
