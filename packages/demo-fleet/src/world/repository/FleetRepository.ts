/** A real repository that the hub's Flux reads. */
export interface FleetRepository {
  /** What it is cloned from. */
  readonly url: string;
  /** The newest commit of main. */
  readonly head: string;
  /** Text by path. */
  readFiles(revision: string, folder: string): Promise<Record<string, string>>;
  /** Calls when main has a newer commit. */
  onChange(listener: () => void): void;
}
