import { InputError, NotAllowedError } from '@backstage/errors';
import { fleetApplicationReadPermission } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Request, Router } from 'express';
import { everything } from '../../promotion/facts/everything';
import { freezesOf } from '../../promotion/freezes/freezesOf';
import { strayEnvironments } from '../../promotion/freezes/strayEnvironments';
import type {
  FleetPromotionStore,
  FreezeFile,
} from '../../store/FleetPromotionStore';
import type { Access } from '../../store/FleetQueryStore';
import type { CallerOf } from '../createCallerOf';

export interface FreezeRouteOptions {
  callerOf: CallerOf;
  /** `fleet.promotion.freezes.path` */
  freezesPath: string;
  store: {
    readonly promotions: Pick<
      FleetPromotionStore,
      'environments' | 'freezeFiles'
    >;
  };
}

const dayMs = 24 * 60 * 60_000;
const usualDays = 90;
const mostDays = 800;

/** When nothing is promoted. It says nothing of what runs: whoever may see any application may know. */
export function addFreezeRoutes(
  router: Router,
  { callerOf, freezesPath, store }: FreezeRouteOptions,
): void {
  async function checkAllowed(request: Request): Promise<Access> {
    const { access } = await callerOf(request);
    if (access.applications === false) {
      throw new NotAllowedError(
        `Freezes are for those who may see applications: permission ${fleetApplicationReadPermission.name} is needed`,
      );
    }
    return access;
  }

  router.get('/freezes', async (request, response) => {
    await checkAllowed(request);
    const range = rangeOf(request);
    const files = await store.promotions.freezeFiles();
    const environments = await store.promotions.environments(everything);
    const read = files.map(file => ({
      ...freezesOf(file, range, new Date()),
      warnings: strayEnvironments(file, environments),
    }));
    const told = (what: 'problems' | 'warnings') =>
      read.flatMap((answer, index) =>
        files.length > 1
          ? answer[what].map(words => `${files[index].repository}: ${words}`)
          : answer[what],
      );
    const [only, another] = files;
    response.json({
      items: read
        .flatMap(({ freezes }) => freezes)
        .sort((one, other) => one.from.localeCompare(other.from)),
      titles: read.flatMap(({ titles }) => titles),
      problems: told('problems'),
      warnings: told('warnings'),
      ...(another ? undefined : placeOf(only)),
    });
  });

  router.post('/freezes/check', async (request: Request, response) => {
    const access = await checkAllowed(request);
    // As the OpenAPI router leaves it.
    const { text } = request.body as { text: string };
    const file = { repository: '', branch: '', path: freezesPath, text };
    const { freezes, titles, problems } = freezesOf(
      file,
      rangeOf(request),
      new Date(),
    );
    response.json({
      items: freezes.map(({ url: _, ...freeze }) => freeze),
      titles,
      problems,
      // Whoever writes the text could ask with it for any name.
      warnings: strayEnvironments(
        file,
        await store.promotions.environments(access),
      ),
    });
  });
}

/** Where the one file of the fleet is, or will be. */
function placeOf(file: FreezeFile | undefined) {
  if (!file) {
    return undefined;
  }
  const { repository, branch, path } = file;
  return {
    repository,
    path,
    url: `${repository}/blob/${encodeURI(branch)}/${encodeURI(path)}`,
  };
}

function rangeOf({ query }: Request): { from: Date; until: Date } {
  // As the OpenAPI router leaves them: checked.
  const { from: begin, until: end } = query as {
    from?: string;
    until?: string;
  };
  const from = begin === undefined ? new Date() : new Date(begin);
  const until =
    end === undefined
      ? new Date(from.getTime() + usualDays * dayMs)
      : new Date(end);
  if (until < from || until.getTime() - from.getTime() > mostDays * dayMs) {
    throw new InputError(
      `until has to be after from, and at most ${mostDays} days later`,
    );
  }
  return { from, until };
}
