import type { GitHost } from '../GitHost';
import type { HostedRepository } from '../model/HostedRepository';
import type { Person } from '../model/Person';
import type { Fields } from './Fields';

/** As which media type an answer is asked for. */
export type Form = 'json' | 'raw' | 'sha' | 'diff' | 'patch';

export interface ApiRequest {
  host: GitHost;
  /** Undefined: not signed in. */
  person: Person | undefined;
  url: URL;
  /** From the path, decoded. */
  parameters: Readonly<Record<string, string>>;
  fields: Fields;
  form: Form;
}

export interface RepositoryRequest extends ApiRequest {
  repository: HostedRepository;
}

/** One that only somebody who is signed in gets to send. */
export interface WriteRequest extends RepositoryRequest {
  person: Person;
}

export function formOf(accept = ''): Form {
  const [, form] =
    /application\/vnd\.github\.(?:v3\.)?(raw|sha|diff|patch)\b/.exec(accept) ??
    [];
  return (form as Form | undefined) ?? 'json';
}
