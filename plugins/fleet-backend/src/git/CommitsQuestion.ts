import {
  parseGitRepository,
  type ApplicationRecord,
  type SourceRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';

/** What Git is asked once for all applications that have the same of the same path. */
export interface CommitsQuestion {
  /** Its URL, without credentials. */
  repository: string;
  /** From the root of the repository. */
  path: string;
  /** The hash that is applied. */
  from: string;
  /** What should be: a branch, a tag, or a hash where the engine chose one by rules of its own. */
  ref: string;
}

/** In bytes: an index takes no more, and nobody keeps files at such a path. */
const longestKey = 2_000;

/** Equal for equal questions. */
export function commitsKey(question: CommitsQuestion): string {
  const { repository, path, from, ref } = question;
  return JSON.stringify([repository, path, from, ref]);
}

/** The question of a key that {@link commitsKey} made. */
export function parseCommitsKey(key: string): CommitsQuestion {
  const [repository, path, from, ref]: string[] = JSON.parse(key);
  return { repository, path, from, ref };
}

/** What to ask for an application; undefined where commits say nothing of it: charts, artifacts, several sources. */
export function commitsQuestion(
  application: ApplicationRecord,
  source: SourceRecord | undefined,
): CommitsQuestion | undefined {
  const origin =
    application.kind === 'Kustomization'
      ? ofKustomization(application, source)
      : ofApplication(application);
  const from = hashOf(application.revision);
  const repository = origin?.url && parseGitRepository(origin.url);
  if (!repository || !from || !origin.ref) {
    return undefined;
  }
  const { host, owner, name } = repository;
  const question = {
    repository: `https://${host}/${owner}/${name}`,
    path: (origin.path ?? '')
      .split('/')
      .filter(part => part && part !== '.')
      .join('/'),
    from,
    ref: origin.ref,
  };
  return Buffer.byteLength(commitsKey(question)) <= longestKey
    ? question
    : undefined;
}

interface Origin {
  url?: string;
  path?: string;
  ref?: string;
}

/** A revision begins with the branch or tag that it was found by; a range of versions is another text than that. */
function ofKustomization(
  { sources }: ApplicationRecord,
  source: SourceRecord | undefined,
): Origin | undefined {
  if (source?.kind !== 'GitRepository' || !source.revision) {
    return undefined;
  }
  const { url, ref, revision } = source;
  const isNamed = ref !== undefined && /^(.+)[@/]/.exec(revision)?.[1] === ref;
  return { url, path: sources[0]?.path, ref: isNamed ? ref : hashOf(revision) };
}

const branchOrTag = /^(?!v?\d+(?:\.(?:\d+|x))?(?:\.x)?$)[\w][\w./-]*$/i;

/** What several sources make up has several revisions. */
function ofApplication({
  engine,
  sources,
  drift,
}: ApplicationRecord): Origin | undefined {
  const [source, ...others] = sources;
  if (engine !== 'argocd' || source?.type !== 'git' || others.length > 0) {
    return undefined;
  }
  const { url, path, ref = 'HEAD' } = source;
  return {
    url,
    path,
    ref: branchOrTag.test(ref) ? ref : hashOf(drift?.syncRevision),
  };
}

/** Of `main@sha1:9f2c…`, Flux' older `main/9f2c…`, or a bare hash. */
function hashOf(revision = ''): string | undefined {
  return /(?:^|[@/:])([0-9a-f]{40})$/.exec(revision)?.[1];
}
