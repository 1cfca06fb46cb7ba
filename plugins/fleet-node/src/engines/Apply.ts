/** What an engine did to one object. Its group is not known where the engine does not tell it. @public */
export interface AppliedObject {
  kind: string;
  namespace?: string;
  name: string;
  action: 'created' | 'configured' | 'deleted';
}

/**
 * That an engine applied an application, and what that changed: told by an event, and only when something did change.
 *
 * @public
 */
export interface Apply {
  /** Of the application, on the cluster that tells of it. */
  application: {
    apiVersion: string;
    kind: string;
    namespace?: string;
    name: string;
  };
  /** In UTC, by the clock of the engine. */
  at: string;
  /** What it applied, in the engine's own form. */
  revision?: string;
  objects: AppliedObject[];
}
