import { shortRevision } from '../../engines/shortRevision';
import type { DeliveredApplication } from './Delivery';

/**
 * The version by which an application can be held against others. None while it is under way, and none where it is only known by its
 * commit: in a monorepo that moves with every commit to something else.
 */
export function comparableVersion({
  state,
  version,
  revision,
}: DeliveredApplication): string | undefined {
  if (version === undefined || state === 'progressing') {
    return undefined;
  }
  const short = revision && shortRevision(revision);
  const isCommit =
    short !== revision && (version === short || version === revision);
  return isCommit ? undefined : version;
}
