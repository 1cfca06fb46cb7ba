import type { Backup } from './storage/Storage';
import type { StoredObject } from './storage/StoredObject';

const uidPattern =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The same objects as a cluster has them that was built anew under its name: other uids, other revisions, created now. */
export function rebuild(
  backup: Backup,
  revision: number,
  createUid: () => string,
  time: string,
): Backup {
  const uids = new Map<string, string>();
  for (const objects of backup.objects.values()) {
    for (const object of objects) {
      uids.set(object.uid, createUid());
    }
  }
  const renew = (text: string) =>
    text.replace(uidPattern, uid => uids.get(uid) ?? uid);

  let next = revision;
  const rebuilt = (object: StoredObject): StoredObject => ({
    ...object,
    uid: renew(object.uid),
    revision: ++next,
    metadata: renew(object.metadata).replace(
      /"creationTimestamp":"[^"]*"/,
      `"creationTimestamp":"${time}"`,
    ),
    rest: renew(object.rest),
  });
  const objects = new Map(
    [...backup.objects].map(([id, kept]) => [id, kept.map(rebuilt)]),
  );
  return { revision: next, objects };
}
