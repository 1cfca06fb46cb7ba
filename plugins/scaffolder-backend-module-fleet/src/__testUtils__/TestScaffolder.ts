import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import type { JsonObject } from '@backstage/types';
import { GitHost } from '@fleetcommander/demo-fleet';
import { scaffolderModuleFleet } from '../module';
import { FakeFleet } from './FakeFleet';
import { permissionsWithout } from './permissionsWithout';
import { templateOf, type TestStep } from './templateOf';

/** What became of a task. */
export interface TaskOutcome {
  status: string;
  log: string;
  output: JsonObject;
  /** Of its workspace, after a dry run. */
  files?: Record<string, string>;
}

const name = 'platform/fleet';
const botToken = 'bot-token-0123456789';
export const adaToken = 'ada-token-0123456789';
export const eveToken = 'eve-token-0123456789';

/** A real scaffolder with the actions, a Git host with one repository, and what stands for the fleet backend. */
export class TestScaffolder {
  static async start(options: {
    files: Record<string, string>;
    /** Where things lie in the repository. */
    layout?: Record<string, string>;
    /** The name of a permission that nobody has. */
    denied?: string;
  }): Promise<TestScaffolder> {
    const git = await GitHost.create({
      people: [
        { login: 'fleet-bot', token: botToken },
        { login: 'ada', token: adaToken },
        { login: 'eve', token: eveToken, access: 'read' },
      ],
      repositories: {
        [name]: {
          files: options.files,
          protections: { main: { approvals: 1 } },
        },
      },
    });
    await git.start();
    const fleet = new FakeFleet();
    const entities = new Map<string, Entity>();
    const backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        scaffolderModuleFleet,
        fleet.plugin(),
        createServiceFactory({
          service: catalogServiceRef,
          deps: {},
          factory: () =>
            catalogServiceMock.mock({
              getEntityByRef: async ref =>
                entities.get(
                  typeof ref === 'string' ? ref : stringifyEntityRef(ref),
                ),
            }),
        }),
        createServiceFactory({
          service: coreServices.permissions,
          deps: {},
          factory: () => permissionsWithout(options.denied),
        }),
        mockServices.rootConfig.factory({
          data: configOf(git, options.layout),
        }),
      ],
    });
    return new TestScaffolder(
      git,
      fleet,
      entities,
      `http://localhost:${backend.server.port()}/api/scaffolder/v2`,
      backend,
    );
  }

  private constructor(
    readonly git: GitHost,
    readonly fleet: FakeFleet,
    readonly entities: Map<string, Entity>,
    readonly url: string,
    readonly backend: { stop(): Promise<void> },
  ) {}

  async stop(): Promise<void> {
    await this.backend.stop();
    await this.git.stop();
  }

  /** Runs steps as a task, one after the other; the outputs of the last are those of the task. */
  async run(...steps: TestStep[]): Promise<TaskOutcome> {
    return this.order(templateOf(steps, __dirname), {});
  }

  /** Runs steps in a workspace that has files already. */
  async runIn(
    workspace: Record<string, string>,
    ...steps: TestStep[]
  ): Promise<TaskOutcome> {
    const folder = await mkdtemp(join(tmpdir(), 'fleet-template-'));
    try {
      for (const [path, text] of Object.entries(workspace)) {
        const file = join(folder, 'workspace', path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
      }
      const fetched = { action: 'fetch:plain', input: { url: './workspace' } };
      return await this.order(templateOf([fetched, ...steps], folder), {});
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  /** Runs a template as somebody who filled in its form. */
  async order(
    template: Entity,
    values: JsonObject,
    user?: string,
  ): Promise<TaskOutcome> {
    const ref = stringifyEntityRef(template);
    this.entities.set(ref, template);
    const created = await this.#post<{ id?: string }>(
      'tasks',
      { templateRef: ref, values },
      user,
    );
    if (!created.id) {
      return { status: 'refused', log: JSON.stringify(created), output: {} };
    }
    for (;;) {
      const { status } = await this.#get<{ status: string }>(
        `tasks/${created.id}`,
      );
      if (!['open', 'processing'].includes(status)) {
        const events = await this.#get<TaskEvent[]>(
          `tasks/${created.id}/events`,
        );
        return { status, ...toldBy(events) };
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  /** What the template editor shows of steps. */
  async dryRun(...steps: TestStep[]): Promise<TaskOutcome> {
    return this.#dryRun(templateOf(steps, __dirname), {});
  }

  /** What it shows of steps in a workspace that has files already. */
  async dryRunIn(
    workspace: Record<string, string>,
    ...steps: TestStep[]
  ): Promise<TaskOutcome> {
    const fetched = { action: 'fetch:plain', input: { url: '.' } };
    return this.#dryRun(templateOf([fetched, ...steps], __dirname), workspace);
  }

  /** What it shows of a template that somebody filled in, with the files beside it. */
  async dryRunOf(
    template: Entity,
    values: JsonObject,
    folder: Record<string, string>,
  ): Promise<TaskOutcome> {
    return this.#dryRun(template, folder, values);
  }

  async #dryRun(
    template: Entity,
    folder: Record<string, string>,
    values: JsonObject = {},
  ): Promise<TaskOutcome> {
    const answer = await this.#post<DryRun>('dry-run', {
      template,
      values,
      secrets: {},
      directoryContents: Object.entries(folder).map(([path, text]) => ({
        path,
        base64Content: Buffer.from(text).toString('base64'),
      })),
    });
    return {
      status: answer.error ? 'failed' : 'completed',
      log: [
        ...(answer.log ?? []).map(({ body }) => body.message),
        answer.error?.message,
      ].join('\n'),
      output: answer.output ?? {},
      files: Object.fromEntries(
        (answer.directoryContents ?? []).map(({ path, base64Content }) => [
          path,
          Buffer.from(base64Content, 'base64').toString(),
        ]),
      ),
    };
  }

  async #post<T>(path: string, body: object, user?: string): Promise<T> {
    const response = await fetch(`${this.url}/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(user && { authorization: mockCredentials.user.header(user) }),
      },
      body: JSON.stringify(body),
    });
    return response.json();
  }

  async #get<T>(path: string): Promise<T> {
    return (await fetch(`${this.url}/${path}`)).json();
  }
}

function configOf(
  git: GitHost,
  layout: Record<string, string> = {},
): JsonObject {
  return {
    app: { baseUrl: 'https://portal.example.org/' },
    backend: {
      baseUrl: 'http://localhost',
      database: { client: 'better-sqlite3', connection: ':memory:' },
      auth: { dangerouslyDisableDefaultAuthPolicy: true },
    },
    integrations: {
      github: [
        {
          host: new URL(git.url).host,
          apiBaseUrl: git.apiUrl,
          token: botToken,
        },
      ],
    },
    fleet: {
      git: { repositories: [{ url: `${git.url}/${name}`, layout }] },
      claims: {
        clusterKinds: [
          { group: 'platform.example.org', kind: 'KubernetesCluster' },
        ],
        bootstrap: [
          { title: 'Platform', applications: ['flux-system/platform-*'] },
        ],
      },
    },
  };
}

interface TaskEvent {
  type: string;
  body: { message: string; output?: JsonObject };
}

/** What the scaffolder says of a dry run, or why there was none. */
interface DryRun {
  error?: { message: string };
  log?: Pick<TaskEvent, 'body'>[];
  output?: JsonObject;
  directoryContents?: { path: string; base64Content: string }[];
}

function toldBy(events: TaskEvent[]): Pick<TaskOutcome, 'log' | 'output'> {
  const done = events.find(({ type }) => type === 'completion');
  const { output = {} } = done?.body ?? {};
  return {
    log: events.map(({ body }) => body.message).join('\n'),
    output: (output.last as JsonObject | undefined) ?? output,
  };
}
