import { readFile, stat } from 'node:fs/promises';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  changeActions,
  changeBranch,
  describeChange,
  type GitChange,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { FleetActionServices } from '../FleetActionServices';
import { checkRepositoryPath } from '../repository/checkRepositoryPath';
import { outcomeWords } from '../repository/outcomeWords';
import { proposeChange } from '../repository/proposeChange';
import { diffOf } from '../text/diffOf';
import { pullRequestBody } from '../text/pullRequestBody';
import { examples } from './createPullRequestAction.examples';

const mostBytes = 1_000_000;

/** Proposes files of the workspace. */
export function createPullRequestAction(services: FleetActionServices) {
  const { repositories, portalUrl } = services;
  return createTemplateAction({
    id: 'fleet:pull-request',
    description:
      'Proposes files of the workspace as a pull request. Its branch follows from what is done to what, so that the same asked again finds and updates the same pull request. It is the pull request of whose token is given, else of the integration with the requester named in it.',
    supportsDryRun: true,
    examples,
    schema: {
      input: {
        repositoryUrl: z =>
          z
            .string()
            .optional()
            .describe(
              'https://HOST/OWNER/NAME; by default the first of fleet.git.repositories. Others need a token.',
            ),
        action: z =>
          z.enum(changeActions).describe('What is done. Part of the branch.'),
        subject: z =>
          z
            .string()
            .min(1)
            .max(300)
            .describe(
              'What it is done to, such as the name of a cluster. Part of the branch.',
            ),
        title: z => z.string().min(1).max(256).describe('In one line.'),
        description: z => z.string().optional().describe('Markdown.'),
        files: z =>
          z
            .array(
              z.union([
                z.string(),
                z.object({ from: z.string(), to: z.string() }),
              ]),
            )
            .max(250)
            .optional()
            .describe(
              'Paths that are the same in workspace and repository; `from` and `to` where they differ.',
            ),
        deletions: z =>
          z
            .array(z.string())
            .max(250)
            .optional()
            .describe('Paths of the repository to delete.'),
        changes: z =>
          z
            .array(
              z.object({
                path: z.string(),
                from: z.string().optional(),
                to: z.string().optional(),
              }),
            )
            .optional()
            .describe('What is new, as a table in the description.'),
        evidence: z =>
          z
            .array(z.string())
            .optional()
            .describe('What was looked at before, for who reviews it.'),
        readAt: z =>
          z
            .string()
            .optional()
            .describe(
              'The revision that the files were made from: where one of them is another by now, nothing is proposed.',
            ),
        labels: z => z.array(z.string()).max(20).optional(),
        reviewers: z =>
          z
            .array(z.string())
            .max(15)
            .optional()
            .describe('Logins, or team:SLUG.'),
        draft: z => z.boolean().optional(),
        claimId: z =>
          z.string().optional().describe('Of the claim, to link its page.'),
        token: z =>
          z
            .string()
            .optional()
            .describe("The user's own token; by default the integration's."),
      },
      output: {
        pullRequestUrl: z => z.string(),
        number: z => z.number(),
        branch: z => z.string(),
        outcome: z =>
          z
            .enum(['opened', 'updated', 'unchanged', 'nothing-to-change'])
            .describe(
              'unchanged: it was open already, just so; nothing-to-change: it is merged already.',
            ),
        summary: z => z.string().describe('What became of it, in words.'),
        claimUrl: z => z.string().describe('Page of the claim.'),
      },
    },
    async handler(context) {
      const { input, logger } = context;
      const { action, subject } = input;
      const source = repositories.find({
        url: input.repositoryUrl,
        token: input.token,
      });
      const files = await readFiles(context.workspacePath, input);
      const requester = context.user?.ref;
      const body = pullRequestBody({ ...input, requester });
      const change: GitChange = {
        branch: changeBranch({ action, subject }),
        base: source.branch,
        readAt: input.readAt,
        title: input.title,
        body: requester ? describeChange(body, { action, requester }) : body,
        files,
        labels: input.labels,
        reviewers: input.reviewers,
        draft: input.draft,
      };
      context.output('branch', change.branch);
      if (input.claimId) {
        context.output(
          'claimUrl',
          `${portalUrl}/fleet/provisioning/${encodeURIComponent(
            input.claimId,
          )}`,
        );
      }
      if (context.isDryRun) {
        logger.info(
          `Would propose to ${source.url} on ${change.branch}: ${change.title}`,
        );
        const { host, repository } = source;
        const base = await host.headOf(repository, source.branch ?? 'HEAD');
        for (const { path, text } of files) {
          const there = await host.readFiles(repository, path, base);
          const before = there.files.find(file => file.path === path)?.text;
          logger.info(diffOf(path, before, text));
        }
        return;
      }

      const { outcome, url, number, remarks } = await context.checkpoint({
        key: `pull request ${source.url} ${change.branch}`,
        fn: () => proposeChange(source, change),
      });
      remarks.forEach(remark => logger.warn(remark));
      const summary = outcomeWords({ outcome, url }, change.title);
      logger.info(summary);
      context.output('outcome', outcome);
      context.output('summary', summary);
      if (url !== undefined && number !== undefined) {
        context.output('pullRequestUrl', url);
        context.output('number', number);
      }
    },
  });
}

async function readFiles(
  workspacePath: string,
  {
    files = [],
    deletions = [],
  }: {
    files?: (string | { from: string; to: string })[];
    deletions?: string[];
  },
): Promise<GitChange['files']> {
  if (files.length + deletions.length === 0) {
    throw new InputError('Neither files nor deletions are given');
  }
  const written = files.map(async file => {
    const { from, to } =
      typeof file === 'string' ? { from: file, to: file } : file;
    return {
      path: checkRepositoryPath('files', to),
      text: await readText(resolveSafeChildPath(workspacePath, from), from),
    };
  });
  return [
    ...(await Promise.all(written)),
    ...deletions.map(path => ({
      path: checkRepositoryPath('deletions', path),
    })),
  ];
}

async function readText(file: string, shown: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) {
    throw new InputError(
      `files: there is no file ${JSON.stringify(shown)} in the workspace`,
    );
  }
  if (found.size > mostBytes) {
    throw new InputError(`files: ${shown} is larger than 1 MB`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      await readFile(file),
    );
  } catch {
    throw new InputError(`files: ${shown} is no text in UTF-8`);
  }
}
