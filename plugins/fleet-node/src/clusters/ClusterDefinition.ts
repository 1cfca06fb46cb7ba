/**
 * What a source knows of a cluster: its name, where its API server is and how to sign in to it.
 *
 * @public
 */
export interface ClusterDefinition {
  /** Unique in the fleet; the first source that names it wins. */
  name: string;
  /** What people call it, when that differs from the name. */
  title?: string;
  /** Of the API server: `https://host[:port][/path]`. */
  url: string;
  /** Labels that environment, region and permission rules go by. */
  labels: Record<string, string>;
  /** Whether it is the hub: it steers others. */
  hub?: boolean;
  /** Entity ref of the Group or User that owns it. */
  ownerRef?: string;
  /** Where the definition came from, as a config key: `fleet.clusters.static[0]`. */
  source: string;
  signIn: SignInConfig;
  tls?: ClusterTls;
  /** Of an HTTP(S) proxy in front of the API server. */
  proxyUrl?: string;
  /** Titled URLs to show with the cluster, such as its cloud console. */
  links?: { title: string; url: string }[];
}

/** How to trust an API server. @public */
export interface ClusterTls {
  /** PEM of the authority that signed its certificate. */
  ca?: string;
  /** Name to verify instead of the URL's host. */
  serverName?: string;
  /** Trust whoever answers. */
  skipVerify?: boolean;
}

/** Which {@link SignIn} to use, and its parameters. @public */
export interface SignInConfig {
  /** `SignIn.provider`, such as `serviceAccount`. */
  provider: string;
  /** Whatever that provider reads; may hold secrets and is never stored, logged or answered. */
  parameters?: Record<string, unknown>;
}

/** Something wrong with one entry of a source; the others are not affected. @public */
export interface ClusterProblem {
  /** The config key, file or entity that is wrong: `fleet.clusters.static[2].url`. */
  key: string;
  /** What is wrong and what to do. */
  message: string;
}
