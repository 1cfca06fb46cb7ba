import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type {
  AdoptionPlan,
  Application,
  Claim,
  ClaimNode,
  ClaimValidation,
  ClusterDetail,
  ClusterUpgrade,
  PromotionPlan,
  PromotionRequest,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { JsonObject } from '@backstage/types';
import { json, Router, type Request } from 'express';
import { parse } from 'yaml';

type Body = JsonObject;

/** Stands for the fleet backend: answers what it is given, in the words of its API. */
export class FakeFleet {
  claims: Claim[] = [];
  clusters: ClusterDetail[] = [];
  /** Those that only a service sees. */
  hiddenClusters: ClusterDetail[] = [];
  /** By the authorization of who asks: what somebody may not see is not there. */
  applications: Application[] = [];
  hidden: Application[] = [];
  tree: ClaimNode[] = [];
  upgrades: ClusterUpgrade[] = [];
  /** What is said of a claim, beside that it is there. */
  verdict: (manifest: Body) => Partial<ClaimValidation> = () => ({});
  /** What a promotion would change, for whoever asks. */
  plan: (asked: PromotionRequest, requester: string) => Promise<PromotionPlan> =
    async () => {
      throw new NotFoundError('There is no such pipeline');
    };
  /** What would have Git say what is live. */
  adoption: (driftId: string, requester: string) => Promise<AdoptionPlan> =
    async id => {
      throw new NotFoundError(`There is no drift ${id} that you may see`);
    };
  /** What is wrong with a file of freezes. */
  freezeProblems: (text: string) => string[] = () => [];
  freezeWarnings: string[] = [];
  readonly validated: Body[] = [];
  readonly started: Body[] = [];

  plugin() {
    return createBackendPlugin({
      pluginId: 'fleet',
      register: env => {
        env.registerInit({
          deps: {
            router: coreServices.httpRouter,
            httpAuth: coreServices.httpAuth,
          },
          init: async ({ router, httpAuth }) => {
            const isService = async (request: Request) =>
              httpAuth
                .credentials(request, { allow: ['service'] })
                .then(() => true)
                .catch(() => false);
            const userOf = async (request: Request) => {
              const { principal } = await httpAuth.credentials(request, {
                allow: ['user'],
              });
              return principal.userEntityRef;
            };
            router.use(this.#router({ isService, userOf }));
          },
        });
      },
    });
  }

  #router({
    isService,
    userOf,
  }: {
    isService: (request: Request) => Promise<boolean>;
    userOf: (request: Request) => Promise<string>;
  }) {
    const router = Router();
    router.use(json());
    router.get('/claims', (request, response) => {
      const items = this.claims.filter(claim =>
        [request.query.filter ?? []].flat().some(alternative =>
          String(alternative)
            .split(',')
            .every(pair => {
              const [key, value] = pair.split('=');
              return claim[key as keyof Claim] === value;
            }),
        ),
      );
      response.json(page(items));
    });
    router.post('/claims/validate', (request, response) => {
      const { manifest } = request.body;
      this.validated.push(manifest);
      response.json({
        valid: true,
        errors: [],
        unchecked: [],
        exists: this.claims.some(({ name }) => name === manifest.metadata.name),
        claimId: `id-of-${manifest.metadata.name}`,
        manifest,
        ...this.verdict(manifest),
      });
    });
    router.get('/claims/:id', (request, response) => {
      const claim = this.claims.find(({ id }) => id === request.params.id);
      if (!claim) {
        throw new NotFoundError(`There is no claim ${request.params.id}`);
      }
      response.json({
        claim,
        steps: [],
        conditions: [],
        spec: {},
        pullRequests: [],
        treeProblems: [],
      });
    });
    router.get('/claims/:id/tree', (_, response) => {
      response.json(page(this.tree));
    });
    router.get('/claim-offers', (_, response) => {
      response.json({
        environments: [
          { name: 'development', directory: 'dev' },
          { name: 'staging', directory: 'staging' },
          { name: 'production', directory: 'prod' },
        ],
        providers: [],
        regions: [],
        versions: [],
        instanceTypes: [],
        addons: [],
      });
    });
    router.get('/clusters', (request, response) => {
      const hubs = String(request.query.filter).includes('hub=true');
      response.json(
        page(
          this.clusters
            .map(({ cluster }) => cluster)
            .filter(({ hub }) => hub || !hubs),
        ),
      );
    });
    router.get('/clusters/:name', async (request, response, next) => {
      const { name } = request.params;
      const all = await isService(request);
      const found = [
        ...this.clusters,
        ...(all ? this.hiddenClusters : []),
      ].find(({ cluster }) => cluster.name === name);
      if (!found) {
        next(new NotFoundError(`There is no cluster ${name}`));
        return;
      }
      response.json(found);
    });
    router.get('/applications', async (request, response) => {
      const all = await isService(request);
      const applications = [...this.applications, ...(all ? this.hidden : [])];
      const filter = String(request.query.filter);
      response.json(
        page(
          applications.filter(
            application =>
              !filter.startsWith('engine=') ||
              filter.split(',').every(pair => {
                const [key, value] = pair.split('=');
                const { cluster, targetCluster = cluster } = application;
                // As the backend has it: where it deploys to, else where it lives.
                return (
                  { ...application, cluster: targetCluster }[
                    key as keyof Application
                  ] === value
                );
              }),
          ),
        ),
      );
    });
    router.post('/promotions/plan', (request, response, next) => {
      userOf(request)
        .then(user => this.plan(request.body, user))
        .then(plan => response.json(plan), next);
    });
    router.post('/drifts/:id/adoption-plan', (request, response, next) => {
      userOf(request)
        .then(user => this.adoption(request.params.id, user))
        .then(plan => response.json(plan), next);
    });
    router.post('/freezes/check', (request, response) => {
      const { freezes = [] } = parse(request.body.text) ?? {};
      response.json({
        items: (freezes ?? []).map((freeze: Body, index: number) => ({
          id: String(index),
          timeZone: 'UTC',
          applications: [],
          active: false,
          ...freeze,
        })),
        problems: this.freezeProblems(request.body.text),
        warnings: this.freezeWarnings,
      });
    });
    router.get('/cluster-upgrades', (_, response) => {
      response.json({ items: this.upgrades });
    });
    router.post('/cluster-upgrades', (request, response) => {
      const { version, waves } = request.body;
      this.started.push(request.body);
      const upgrade: ClusterUpgrade = {
        id: `upgrade-${this.started.length}`,
        version,
        state: 'running',
        summary: `The first of ${waves.length} waves has begun`,
        requester: 'user:default/mock',
        createdAt: new Date().toISOString(),
        waves: waves.map((wave: { title: string; claims: string[] }) => ({
          title: wave.title,
          clusters: wave.claims.map(claimId => ({
            claimId,
            cluster: claimId,
            state: 'waiting',
            summary: '',
          })),
        })),
      };
      this.upgrades = [upgrade, ...this.upgrades];
      response.json(upgrade);
    });
    return router;
  }
}

function page<T>(items: T[]) {
  return { items, totalItems: items.length, facets: {}, pageInfo: {} };
}
