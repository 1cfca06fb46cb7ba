import type { GitHost } from '../GitHost';
import { nodeId } from './nodeId';

/** An account; owners of repositories need none to be shown. */
export function userShape({ apiUrl, url, people }: GitHost, login: string) {
  const person = people.get(login);
  const own = `${apiUrl}/users/${login}`;
  return {
    login,
    id: person?.id ?? 0,
    node_id: nodeId('User', login),
    avatar_url: '',
    gravatar_id: '',
    url: own,
    html_url: `${url}/${login}`,
    followers_url: `${own}/followers`,
    following_url: `${own}/following{/other_user}`,
    gists_url: `${own}/gists{/gist_id}`,
    starred_url: `${own}/starred{/owner}{/repo}`,
    subscriptions_url: `${own}/subscriptions`,
    organizations_url: `${own}/orgs`,
    repos_url: `${own}/repos`,
    events_url: `${own}/events{/privacy}`,
    received_events_url: `${own}/received_events`,
    type: person ? 'User' : 'Organization',
    site_admin: false,
  };
}

/** An account as it is told to whom asks for that one. */
export function fullUserShape(host: GitHost, login: string) {
  const person = host.people.get(login);
  return {
    ...userShape(host, login),
    name: person?.name ?? login,
    company: null,
    blog: '',
    location: null,
    email: person?.email ?? null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: host.since,
    updated_at: host.since,
  };
}

/** Whose account an address of a commit is. */
export function userByEmail(host: GitHost, email: string) {
  for (const person of host.people.values()) {
    if (person.email === email) {
      return userShape(host, person.login);
    }
  }
  return null;
}
