import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { callerOf } from '../caller/callerOf';
import type { FleetActionServices } from '../FleetActionServices';
import { checkOrder } from '../freezes/checkOrder';
import { editFreezes } from '../freezes/editFreezes';
import { freezeInputs } from '../freezes/freezeInputs';
import { RepositoryWorkspace } from '../repository/RepositoryWorkspace';
import { examples } from './createFreezeAction.examples';

/** Of one that recurs, the next. */
const mostTimes = 3;

/** Says in the file of freezes when nothing is promoted. */
export function createFreezeAction(services: FleetActionServices) {
  const { client, freezesPath: path, repositories } = services;
  return createTemplateAction({
    id: 'fleet:freeze',
    description:
      'Adds, changes or ends a time in which nothing is promoted, in the file that Git has of them, and leaves that in the workspace. What it would say is checked before: times, time zone, cron, reason.',
    supportsDryRun: true,
    examples,
    schema: {
      input: {
        deed: z =>
          z
            .enum(['add', 'change', 'end'])
            .describe(
              'change: what is not given stays. end: it is taken out of the file.',
            ),
        title: z =>
          z.string().min(1).max(200).describe('Which one; no two are alike.'),
        ...freezeInputs,
        repositoryUrl: z =>
          z
            .string()
            .optional()
            .describe(
              'https://HOST/OWNER/NAME; by default the first of fleet.git.repositories.',
            ),
        token: z =>
          z
            .string()
            .optional()
            .describe("The user's own token; by default the integration's."),
      },
      output: {
        changed: z =>
          z.boolean().describe('Whether anything is other than it was.'),
        files: z =>
          z.array(z.string()).describe('Paths in workspace and repository.'),
        changes: z =>
          z.array(
            z.object({
              path: z.string(),
              from: z.string().optional(),
              to: z.string().optional(),
            }),
          ),
        evidence: z =>
          z
            .array(z.string())
            .describe(
              'When it would be, and what of the file freezes nothing.',
            ),
        readAt: z => z.string().describe('The revision it was read at.'),
      },
    },
    async handler(context) {
      const { input, logger } = context;
      const { deed, repositoryUrl, token, ...wanted } = input;
      if (
        deed === 'add' &&
        !(wanted.reason?.trim() && wanted.environments?.length)
      ) {
        throw new InputError(
          'reason and environments: a new freeze says why, and for which environments',
        );
      }
      checkOrder(wanted);
      const source = repositories.find({ url: repositoryUrl, token });
      const workspace = await RepositoryWorkspace.open(context, source);
      const edited = editFreezes(await workspace.read(path), deed, wanted);
      const caller = await callerOf(context, services);
      const { items, problems, warnings } =
        await client.promotions.checkFreezes(edited.text, caller);
      if (problems.length > 0) {
        throw new InputError(
          `${path} would not say when nothing is promoted:\n${problems
            .map(problem => `  ${problem}`)
            .join('\n')}`,
        );
      }
      context.output('readAt', workspace.revision);
      context.output('changed', edited.changes.length > 0);
      context.output('files', edited.changes.length > 0 ? [path] : []);
      context.output(
        'changes',
        edited.changes.map(change => ({
          path: change.path.join('.'),
          ...(change.from !== undefined && { from: told(change.from) }),
          ...(change.to !== undefined && { to: told(change.to) }),
        })),
      );
      const times = Array.from(items)
        .filter(({ title }) => title === wanted.title)
        .slice(0, mostTimes)
        .map(
          ({ from, until, timeZone }) =>
            `From ${from} ${
              until ? `until ${until}` : 'until it is taken out'
            }, by the clock of ${timeZone}`,
        );
      const evidence = [...times, ...warnings];
      context.output('evidence', evidence);
      evidence.forEach(line => logger.info(line));
      if (edited.changes.length === 0) {
        logger.info(`${workspace.urlOf(path)} says so already`);
        return;
      }
      await workspace.write(path, edited.text);
    },
  });
}

function told(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
