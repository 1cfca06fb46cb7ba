import { ConflictError, InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type {
  AdoptionPlan,
  Application,
  Drift,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  changeBranch,
  describeChange,
  filesOfOverlay,
  OverlayError,
  setInOverlay,
  YamlError,
  type GitHosts,
  type OverlayFiles,
  type OverlaySetting,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { RepositoryConfig } from '../clusters/config/FleetConfig';
import { code, plain } from '../promotion/body/markdown';
import { plannedFiles } from '../promotion/plan/plannedFiles';
import { readerAt } from '../promotion/plan/readerAt';
import { adoptable, type Adoptable } from './adoptable';
import { repositoryOf } from './repositoryOf';

/** Plans what Git has to say, so that a value that somebody set live is what it wants. */
export class AdoptionPlanner {
  constructor(
    private readonly options: {
      hosts: Pick<GitHosts, 'find'>;
      repositories: readonly RepositoryConfig[];
    },
  ) {}

  /** Why a drift cannot be adopted, with what to do in place of it, as far as that is known without Git. Undefined where nothing stands against it. */
  whyNot(drift: Drift, application: Application): string | undefined {
    try {
      this.#repositoryOf(adoptable(drift, application));
      return undefined;
    } catch (error) {
      if (error instanceof InputError) {
        return error.message;
      }
      throw error;
    }
  }

  /**
   * @throws InputError and ConflictError, with what to do in place of it, where the drift cannot be adopted; GitError, where the Git host
   * does not answer.
   */
  async plan(
    drift: Drift,
    application: Application,
    asked: { requester: string; reason?: string },
  ): Promise<AdoptionPlan> {
    const wanted = adoptable(drift, application);
    const { url, branch } = this.#repositoryOf(wanted);
    const git = this.options.hosts.find(url);
    const ref = wanted.source.ref === 'HEAD' ? undefined : wanted.source.ref;
    const base =
      ref ?? branch ?? (await git.host.defaultBranch(git.repository));
    const readAt = await git.host.headOf(git.repository, base);
    const { files: before, complete } = await filesOfOverlay(
      wanted.folder,
      await readerAt(git, readAt),
    );
    if (!complete) {
      throw new ConflictError(
        `${wanted.folder} is made of more files than are read: change it by hand`,
      );
    }
    const setting = makeSetting(before, wanted);
    const said =
      setting.before === undefined ? undefined : JSON.stringify(setting.before);
    refuseSubstitution(said, setting);
    const to = JSON.stringify(wanted.value);
    const summary = `${wanted.title}: ${wanted.field} ${said ?? '–'} → ${to}`;
    const isThere = Object.keys(setting.files).length === 0;
    return {
      driftId: drift.id,
      applicationId: application.id,
      summary,
      from: said,
      to,
      repository: url,
      base,
      branch: changeBranch({ action: 'adopt', subject: drift.id }),
      readAt,
      path: setting.place.path,
      line: setting.place.line,
      files: plannedFiles(
        { before, files: setting.files },
        { repository: url, base },
      ),
      title: `Adopt ${wanted.field} of ${wanted.title}`.slice(0, 256),
      body: bodyOf(drift, setting, { ...asked, wanted, from: said, to }),
      warnings: [
        ...setting.remarks,
        `Every cluster that gets ${wanted.folder} gets this value, too`,
      ],
      nothing: isThere
        ? `${setting.place.path} says so already: it has to be applied`
        : undefined,
    };
  }

  #repositoryOf({ source }: Adoptable): RepositoryConfig {
    return repositoryOf(this.options.repositories, source.url);
  }
}

function makeSetting(
  files: OverlayFiles,
  { folder, object, path, value }: Adoptable,
): OverlaySetting {
  try {
    return setInOverlay(files, folder, { object, path }, value);
  } catch (error) {
    if (error instanceof OverlayError || error instanceof YamlError) {
      throw new ConflictError(`It cannot be adopted: ${error.message}`);
    }
    throw error;
  }
}

/** What Flux fills in for each cluster would be the same for all of them then. */
function refuseSubstitution(
  said: string | undefined,
  { place }: OverlaySetting,
): void {
  if (said && /\$\{\w/.test(said)) {
    throw new InputError(
      `${place.path} says ${said}, which is filled in for each cluster: change what it is filled in with`,
    );
  }
}

function bodyOf(
  drift: Drift,
  { place, remarks }: OverlaySetting,
  told: {
    requester: string;
    reason?: string;
    wanted: { title: string; field: string; value: JsonValue };
    from?: string;
    to: string;
  },
): string {
  const { requester, reason, wanted, from, to } = told;
  const who = drift.manager ? ` by ${code(drift.manager)}` : '';
  const text = [
    reason && plain(reason),
    `On the cluster ${code(
      drift.cluster,
    )} somebody set a value${who} that Git does not say. This has Git say it.`,
    [
      '| | Git says | live, and then in Git |',
      '| --- | --- | --- |',
      `| ${code(`${wanted.title} ${wanted.field}`)} | ${code(from)} | ${code(
        to,
      )} |`,
    ].join('\n'),
    `It is said in ${code(place.path)}, line ${place.line}.`,
    ...remarks.map(remark => `${plain(remark)}.`),
    `Asked for by ${code(requester)} in the portal.`,
  ];
  return describeChange(text.filter(Boolean).join('\n\n'), {
    action: 'adopt',
    requester,
  });
}
