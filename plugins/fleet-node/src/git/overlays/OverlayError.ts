/** An overlay cannot be changed as asked; the message says where and what to do. Nothing was changed. @public */
export class OverlayError extends Error {
  /** Tells it from other errors across packages. */
  readonly name = 'OverlayError';
}
