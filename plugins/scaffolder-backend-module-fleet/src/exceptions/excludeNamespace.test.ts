import {
  exclusionNoteKey,
  readExclusionNote,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { parse } from 'yaml';
import { excludeNamespace } from './excludeNamespace';

const path = 'policies/not-as-root.yaml';
const constraint = `apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sPSPAllowedUsers
metadata:
  name: not-as-root
`;
const day = (inDays: number) =>
  new Date(Date.now() + inDays * 86_400_000).toISOString().slice(0, 10);

function noteOf(text: string) {
  return readExclusionNote(
    parse(text).metadata.annotations[exclusionNoteKey('shop')],
  );
}

describe('excludeNamespace', () => {
  it.each([
    [undefined, 'for the audit, until it is mended'],
    ['Ada, Grace', 'until 2027-01-01, for "all": {}\n# of them'],
  ])('keeps what people wrote, for %s', (owner, reason) => {
    const text = excludeNamespace(path, constraint, {
      change: 'request',
      namespace: 'shop',
      words: { owner, reason, expires: day(3) },
    });
    expect(noteOf(text)).toEqual({ until: day(3), owner, reason });

    // Whoever extends it may leave out who asked for it.
    const longer = excludeNamespace(path, text, {
      change: 'extend',
      namespace: 'shop',
      words: { owner: '', reason, expires: day(9) },
    });
    expect(noteOf(longer)).toEqual({ until: day(9), owner, reason });
  });
});
