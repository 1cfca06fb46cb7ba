import type { HumanDuration } from '@backstage/types';

export interface Config {
  /** Fleet Commander. A key that is wrong is named on the overview and in the log; its default holds and the rest runs. */
  fleet?: {
    /** Where clusters come from. Where two sources name the same cluster, the one that is listed first here wins. */
    clusters?: {
      /** Clusters that need no other system to name them. */
      static?: Array<{
        /** Unique in the fleet. */
        name: string;
        /** What people call it, when that differs from the name. */
        title?: string;
        /** Of its API server: https://host[:port][/path]. */
        url: string;
        /**
         * How to sign in: `serviceAccount` (the default), `aws`, `azure`, `googleServiceAccount`, `localKubectlProxy`, or one that
         * a module adds. Those that hand on a user's token (`google`, `aks`, `oidc`) cannot be used: a poller has no user.
         */
        authProvider?: string;
        /** What the Kubernetes plugin calls so: annotations that parametrise the sign-in. */
        authMetadata?: { [annotation: string]: string };
        /**
         * Token of a service account. Without it and `serviceAccountTokenFile`, the backend's own pod's is used.
         * @visibility secret
         */
        serviceAccountToken?: string;
        /** File that holds the token; read again when it may have changed. */
        serviceAccountTokenFile?: string;
        /** AWS: ARN of the role to assume. */
        assumeRole?: string;
        /** AWS: external id for assuming the role. */
        externalId?: string;
        /** Trust whoever answers at the URL. For trying out only. */
        skipTLSVerify?: boolean;
        /** Certificate of the authority that signed the API server's: PEM, or base64 of it. */
        caData?: string;
        /** File with that certificate. */
        caFile?: string;
        /** Name to verify instead of the URL's host. */
        tlsServerName?: string;
        /** HTTP(S) proxy in front of the API server. */
        proxyUrl?: string;
        /** Environment, region and provider go by these; permission rules can. */
        labels?: { [label: string]: string };
        /** Whether it is the hub: the cluster that steers others. */
        hub?: boolean;
        /** Entity ref of the Group or User that owns it: `sre` or `group:default/sre`. */
        owner?: string;
        /** A dashboard of the cluster. */
        dashboardUrl?: string;
        /** Shown with the cluster. */
        links?: Array<{ title: string; url: string }>;
      }>;
      /**
       * Read what the Kubernetes plugin is configured with (`kubernetes.clusterLocatorMethods` of types `config`, `gke` and
       * `localKubectlProxy`). True by default.
       */
      kubernetes?: boolean;
      /**
       * Kubeconfig files, read again each minute: every context is a cluster of that name. `~` is the home directory; a path may be several, as
       * the variable KUBECONFIG has them.
       */
      kubeconfig?: Array<
        | string
        | {
            path: string;
            /** Only these contexts. */
            contexts?: string[];
            /** For each of its clusters. */
            labels?: { [label: string]: string };
          }
      >;
      /**
       * Resources of type `kubernetes-cluster` of the catalog. Off unless both lists are set: whoever can register an entity could
       * otherwise have our credentials sent to a URL of theirs.
       */
      catalog?: {
        /** Hosts that API servers may have: `k8s.example.org`, or `*.example.org` for any below it. */
        allowedHosts?: string[];
        /** What the location that registered an entity has to lie in: `url:https://github.com/acme/clusters`. */
        allowedOrigins?: string[];
      };
      hub?: {
        /** Name of the cluster that is the hub. Otherwise the label `fleetcommander.io/hub: "true"` tells. */
        cluster?: string;
        /**
         * Bring in the clusters that the hub's ClusterProfiles name. Here and below, an object instead of `true` says how the service
         * signs in to them, and whom it trusts to be them, as nothing on the hub does. Without an `authProvider` they show as in need
         * of an identity of the service.
         */
        clusterProfile?:
          | boolean
          | {
              /** As of `static`; its own pod's service account is never sent to what a hub names. */
              authProvider?: string;
              authMetadata?: { [annotation: string]: string };
              /** File with the certificate of the authority that signed those of their API servers, where the hub does not tell it. */
              caFile?: string;
            };
        /**
         * Hosts of API servers to which credentials of the service's own go when the hub names them: `k8s.example.org`, or
         * `*.example.org` for any below it. None by default.
         */
        allowedHosts?: string[];
        /** Bring in the clusters that Open Cluster Management on the hub has accepted. */
        managedCluster?:
          | boolean
          | {
              authProvider?: string;
              authMetadata?: { [annotation: string]: string };
              caFile?: string;
              /** Of the cluster proxy, behind which each cluster is below its name. Otherwise the URL that each tells is used. */
              clusterProxyUrl?: string;
            };
        /** Bring in the clusters that Cluster API on the hub has made: needs to read their Secrets `NAME-kubeconfig`. */
        clusterApi?: boolean;
        /** Bring in the clusters that the Argo CDs of `fleet.argocd` deploy to. Their API tells no certificates: set `caFile`. */
        argocd?:
          | boolean
          | {
              authProvider?: string;
              authMetadata?: { [annotation: string]: string };
              caFile?: string;
            };
        /** Bring in the clusters of Argo CD's cluster Secrets on the hub, and sign in as they say: needs to read Secrets. */
        argocdSecrets?: boolean;
        /**
         * Bring in the clusters that claims of `fleet.claims.clusterKinds` made, by the kubeconfig in their connection Secrets: needs
         * to read Secrets.
         */
        connectionSecrets?: boolean;
      };
    };

    /** In the order of promotion. By default development (dev), staging (stg) and production (prod). */
    environments?: Array<{
      name: string;
      /** In Git. By default `dev`, `stg` and `prod` for the three above, else the name. */
      directory?: string;
      /**
       * Labels that a cluster of it has, all of them; a list of values means any of them. By default the label
       * `fleetcommander.io/environment`, `environment` or `env` with the name, the directory or a common short form.
       */
      matchLabels?: { [label: string]: string | string[] };
      /** Names that a cluster of it has, where no label tells; `*` is anything. By default `prod`, `prod-*` and so on. */
      matchNames?: string[];
    }>;

    /** How clusters are asked. Durations are `{ seconds: 30 }`, `30s` or `PT30S`. */
    polling?: {
      /** How old a fact may get while its cluster answers. 30 s by default. */
      interval?: HumanDuration | string;
      /** How long to wait for an answer. 10 s by default. */
      timeout?: HumanDuration | string;
      /** How many clusters one replica asks at a time. 50 by default. */
      concurrency?: number;
      /** How many watches one replica holds open, about ten a cluster; what finds no place is asked each interval. 5,000 by default. */
      streams?: number;
      /** How many lists one replica has under way. 10 by default. */
      relists?: number;
    };

    /** `false` turns an engine off. All are on by default. */
    engines?: { [engine: string]: boolean };

    /**
     * What on a cluster proves which entity an object belongs to, beside `backstage.io/kubernetes-id` and
     * `fleetcommander.io/entity`.
     */
    ownership?: {
      /** Labels whose value is an entity ref, or the name of an entity of that kind (a Component by default). */
      labels?: Array<
        string | { key: string; kind?: string; namespace?: string }
      >;
      /** The same of annotations. */
      annotations?: Array<
        string | { key: string; kind?: string; namespace?: string }
      >;
      /** Namespace, where `*` is anything, to the Group or System that owns what is in it. */
      namespaces?: { [pattern: string]: string };
      /** Argo CD AppProject to the Group or System that owns what is in it. */
      projects?: { [pattern: string]: string };
    };

    /**
     * Links to show with an application, by title. Filled in are `{cluster}` and `{namespace}` of the application itself,
     * `{targetCluster}` and `{targetNamespace}` of what it deploys to, and `{environment}`, `{region}`, `{name}`, `{project}` and `{kind}`.
     */
    links?: { [title: string]: string };

    /** The ledger of drift. */
    drift?: {
      /** How long ended drifts stay. 90 days by default. */
      retention?: HumanDuration | string;
      /** Names, as `managedFields` has them, of clients that write for Git, beside Flux and Argo CD. */
      managers?: string[];
      overrides?: {
        /**
         * Kinds of objects in which overrides are looked for. By default all that the engines know how to: Deployment, StatefulSet,
         * DaemonSet, Service, ConfigMap. Services and ConfigMaps are read for nothing else: what is not named is not read.
         */
        kinds?: string[];
      };
      /** Owners are told of new drift that is at least as severe, once, and of its end. `critical` by default. */
      notify?: { severity: 'critical' | 'high' | 'medium' | 'low' };
      /**
       * How much drift needs a person; the first that fits counts, and what a rule does not name it holds for all of. By default by kind,
       * and most in the last environment.
       */
      severity?: Array<{
        kind?:
          | 'out-of-sync'
          | 'override'
          | 'behind'
          | 'failing'
          | 'frozen'
          | 'skew'
          | 'missing'
          | 'stale';
        environment?: string;
        severity: 'critical' | 'high' | 'medium' | 'low';
      }>;
    };

    /** What may tell the backend that something happened. */
    webhooks?: {
      /** Clusters whose Flux sends its events: an Alert with a Provider of type `generic-hmac`. The doctor of a cluster makes both. */
      flux?: Array<{
        /** As the fleet names it. Two entries of one cluster count alike, while its secret is being exchanged. */
        cluster: string;
        /**
         * The `token` in the Secret of the Provider, at least 16 characters. A secret of one cluster is to be no other's.
         * @visibility secret
         */
        secret: string;
      }>;
      /** Repositories of `fleet.git.repositories` whose webhooks come to `/api/fleet/webhooks/github`, so that changes show at once. */
      github?: Array<{
        /** As `fleet.git.repositories` has it. */
        repository: string;
        /**
         * The secret of the webhook, at least 16 characters.
         * @visibility secret
         */
        secret: string;
      }>;
    };

    /** The APIs of Argo CDs, asked for what an object should be when somebody opens its live diff. None is needed. */
    argocd?: Array<{
      /** The cluster on which it runs. */
      cluster: string;
      /** Of its API: https://argocd.example.org. */
      url: string;
      /**
       * Of an account that may `get` applications, and nothing else.
       * @visibility secret
       */
      token: string;
      /** Trust whoever answers at the URL. For trying out only. */
      skipTLSVerify?: boolean;
    }>;

    /** Policies, what breaks them, and where they are missing. */
    policy?: {
      /** What clusters must have. What falls short of it is told where the coverage of policies is shown. */
      baselines?: Array<{
        /** Of which environments; all clusters when absent. */
        environments?: string[];
        /** Policies by name, whichever engine has them. */
        policies?: string[];
        /** Well-known controls by id, such as `privileged-containers`: met by any policy of any engine that means the same. */
        controls?: string[];
        /** Every policy that a folder of Git has, by name. Its host has to be one of `integrations.github`. */
        bundle?: {
          /** https://HOST/OWNER/NAME */
          repository: string;
          /** From the root, which it is by default. */
          path?: string;
          /** A branch, tag or hash. What is checked out by default when absent. */
          ref?: string;
        };
        /** What they must do at least. `enforce` by default. */
        mode?: 'enforce' | 'warn' | 'audit';
      }>;
      /** Owners are told of new results in the last environment that are at least as severe, once. `high` by default. */
      notify?: { severity: 'critical' | 'high' | 'medium' | 'low' | 'info' };
      /** How long ended results stay. 90 days by default. */
      retention?: HumanDuration | string;
    };

    /** How applications move through the environments. */
    promotion?: {
      /**
       * The first that fits an application is its own, unless its entity names another with the annotation `fleetcommander.io/pipeline`.
       * When absent: one through all environments in their order, with the gates `healthy`, `drift` and `freeze`.
       */
      pipelines?: Array<{
        name: string;
        title?: string;
        /** Of `fleet.git.repositories`, by URL. All when absent. */
        repositories?: string[];
        /** Names of applications, as the layout of the repository has them; `*` is anything. All when absent. */
        applications?: string[];
        /** In the order in which they are shown. */
        stages: Array<{
          /** By default the environment. */
          name?: string;
          title?: string;
          environment: string;
          /** Names of the stages that it is promoted from. By default the one before it; of the first, none. */
          after?: string[];
          /** Which clusters change before which. All at once when absent; what no wave names is the last. */
          waves?: Array<{
            title?: string;
            regions?: string[];
            /** By name; `*` is anything. */
            clusters?: string[];
          }>;
          /**
           * What has to be so before a promotion enters: the name of a gate, or `{ gate: soak, for: 30m }` with what it takes. See
           * docs/promotion.md for all of them.
           */
          gates?: Array<string | { gate: string; [option: string]: unknown }>;
          /** Open the pull request as a draft until the gates are open. `false` by default. */
          draft?: boolean;
          labels?: string[];
          /** Logins, or `team:SLUG`. */
          reviewers?: string[];
          /** What becomes of a canary, or of health, that fails after the merge: `offer` a rollback, or `open` its pull request. */
          onFailure?: 'offer' | 'open';
        }>;
      }>;
      /** The file of each repository that says when nothing is promoted. `freezes.yaml` by default. */
      freezes?: { path?: string };
      /** The name of the one commit status that the gates publish. `fleet/gates` by default. */
      statusContext?: string;
      /** After what time without progress the owner of a promotion is told. 24 h by default. */
      stuckAfter?: HumanDuration | string;
      /** Logins at the Git host, by entity ref, where the entity has no annotation `github.com/user-login`. */
      logins?: { [entityRef: string]: string };
    };

    /** Requests for infrastructure. */
    claims?: {
      /** Kinds of claims that make clusters, and where in their objects things are. */
      clusterKinds?: Array<{
        group: string;
        kind: string;
        /** Paths such as `spec.kubernetes.version`; those that are not given are as shown. */
        fields?: {
          /** `metadata.name` */
          cluster?: string;
          /** `spec.environment` */
          environment?: string;
          /** `spec.region` */
          region?: string;
          /** `spec.cloudProvider` */
          provider?: string;
          /** `spec.kubernetes.version` */
          version?: string;
          /** `spec.nodeGroups`: a list of `name`, `instanceType`, `minSize`, `maxSize` and `taints`. */
          nodeGroups?: string;
          /** `spec.addons`: a list of names. */
          addons?: string;
        };
      }>;
      /** What people choose from in forms. What a claim may hold is the business of its schema. */
      offers?: {
        /** Kubernetes versions; after `endOfLife`, a date, one is shown as no longer supported. */
        versions?: Array<string | { version: string; endOfLife?: string }>;
        providers?: string[];
        regions?: Array<string | { name: string; provider?: string }>;
        instanceTypes?: Array<
          | string
          | {
              name: string;
              provider?: string;
              cpu?: number;
              memoryGib?: number;
            }
        >;
        addons?: Array<
          string | { name: string; title?: string; description?: string }
        >;
      };
      /** What a new cluster has to have before it counts as bootstrapped; by default, an engine of delivery that is well. */
      bootstrap?: Array<{
        title: string;
        /** Engines of which one has to deliver to it, from the cluster itself or from its hub, and be well: `[flux, argocd]`. */
        engines?: string[];
        /** Applications that have to be healthy, as `NAMESPACE/NAME`; `*` is anything. */
        applications?: string[];
        /** Policies that have to be there, by name. */
        policies?: string[];
      }>;
    };

    /** The repositories that Git holds the fleet in. */
    git?: {
      repositories?: Array<{
        /** https://HOST/OWNER/NAME; the host has to be one of `integrations.github`. */
        url: string;
        /** Whose pull requests go into it. The default branch when absent. */
        branch?: string;
        /** The hub that applies its claims. The only hub of the fleet when absent. */
        hub?: string;
        /** Where things lie: patterns with `{app}`, `{environment}` (its directory), `{region}` and `{cluster}`. */
        layout?: {
          /** `infrastructure/claims/{environment}/{cluster}.yaml` */
          claims?: string;
          /**
           * The folder of an application in an environment: `apps/{app}/overlays/{environment}`. A folder in it with a kustomization of
           * its own is that of a region or a cluster by its name. Without `{environment}` where `branch` has it.
           */
          overlay?: string;
          /** What overlays share: `apps/{app}/base` */
          base?: string;
          /** The branch of an environment, where each has one: `env/{environment}`. */
          branch?: string;
          /** Where the Flux or Argo CD of a cluster begins: `clusters/{cluster}` */
          cluster?: string;
        };
      }>;
    };
  };
}
