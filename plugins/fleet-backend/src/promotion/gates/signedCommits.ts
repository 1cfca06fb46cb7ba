import { z } from 'zod';
import { personOf } from '../people/personOf';
import { personWords } from '../people/personWords';
import { defineGate } from './defineGate';
import { finding, notKnown, notOpenYet } from './findings';

/** The Git host has found the signature of every commit of the pull request good. */
export const signedCommits = defineGate({
  name: 'signed-commits',
  title: 'Signed commits',
  options: z.strictObject({}),
  check({ pullRequest }) {
    if (!pullRequest) {
      return notOpenYet();
    }
    const { commits, people } = pullRequest;
    if ('unknown' in commits) {
      return notKnown(commits.unknown);
    }
    const evidence = commits.known.map(
      ({ revision, author, verified, reason, url }) => ({
        summary: `${revision.slice(0, 7)} by ${personWords(author, people)}: ${
          verified ? 'signed' : reason
        }`,
        url,
      }),
    );
    const unsigned = commits.known.filter(({ verified }) => !verified);
    if (commits.known.length === 0) {
      return notKnown('the pull request lists no commits');
    }
    return unsigned.length === 0
      ? finding('passed', `All ${commits.known.length} are signed`, {
          evidence,
        })
      : finding(
          'failed',
          `Not signed, or by nobody that the Git host knows: ${unsigned
            .map(({ revision }) => revision.slice(0, 7))
            .join(', ')}. Sign them and push again`,
          {
            evidence,
            waitsFor: [
              ...new Set(
                unsigned.map(({ author }) => personOf(author, people)),
              ),
            ],
          },
        );
  },
});
