import { Files } from './kustomize/Files';

/** A real repository that the fleet is delivered from. */
export interface FleetRepository {
  /** What it is cloned from. */
  readonly url: string;
  /** The newest commit of main. */
  readonly head: string;
  /** What is in it at one of its newest commits. */
  filesAt(revision: string): Files;
  /** When something in a folder changed last, before the world began. */
  changedAt(folder: string): Date | undefined;
  /** Adds files to main, which {@link onChange} tells of when it is done. */
  commit(message: string, files: Files): Promise<void>;
  /** Calls when main has a newer commit. */
  onChange(listener: () => void): void;
}
