import type { Bench, BenchContext, Row } from '../Bench';
import { checkOverlay, KustomizeOracle, readOverlaysIn } from '../backend';
import { percent } from '../measure/format';
import { applicationFiles } from '../promotion/applicationFiles';
import { requestsOfDifference } from '../promotion/requestsOfDifference';
import { startGitHost } from '../promotion/startGitHost';

const applications = 1_000;
const environments = ['development', 'staging', 'production'];
const regions = ['us-east-1', 'eu-west-1', 'ap-south-1'];
const sample = 20;
const mostRequests = 12;

/** What it takes to tell what would move, and whether it is that. */
export const promotionDifference: Bench = {
  name: 'promotionDifference',
  title: 'Difference of a promotion',
  method: `The demo's Git host has a repository of ${applications.toLocaleString(
    'en',
  )} applications, each with an overlay for ${regions.length} regions of ${
    environments.length
  } environments. What production lacks in its regions, and the files that a promotion would change, are computed from nothing for ${sample} applications;
the most requests that one of them takes count. With FLEET_OVERLAY_CORPUS, a folder of repositories of others, and KUSTOMIZE, every folder of them that
kustomize builds is read, and every version in it is moved: values that are read as other than they are built count, and moves after which
something else, or not all that was meant, is built otherwise.`,
  async run(context) {
    return [await requests(context), ...(await others(context))];
  },
};

async function requests({ database, scope, log }: BenchContext): Promise<Row> {
  const git = scope.add(
    await startGitHost(
      applicationFiles(applications, { environments, regions }),
    ),
  );
  log('the repository is there');
  let most = 0;
  for (let count = 0; count < sample; count += 1) {
    const index = Math.floor((count * applications) / sample);
    most = Math.max(most, await requestsOfDifference(git, index, { regions }));
  }
  return {
    database,
    measure: `requests for the difference of one of ${applications} applications, 3 regions`,
    ours: String(most),
    target: `≤ ${mostRequests}`,
    met: most <= mostRequests,
  };
}

async function others({ database, log }: BenchContext): Promise<Row[]> {
  const { FLEET_OVERLAY_CORPUS: folder, KUSTOMIZE: binary } = process.env;
  if (!folder || !binary) {
    log('set FLEET_OVERLAY_CORPUS and KUSTOMIZE to measure overlays of others');
    return [];
  }
  const kustomize = new KustomizeOracle(binary);
  const verdicts = [];
  for (const { files, overlays } of readOverlaysIn(folder)) {
    for (const overlay of overlays) {
      verdicts.push(await checkOverlay(kustomize, files, overlay));
    }
  }
  const built = verdicts.filter(({ isBuilt }) => isBuilt);
  const understood = built.filter(({ isUnderstood }) => isUnderstood);
  const [values, moves, wrong] = [
    ({ values: count }: (typeof built)[number]) => count,
    ({ moves: count }: (typeof built)[number]) => count,
    ({ wrong: all }: (typeof built)[number]) => all.length,
  ].map(count => built.reduce((sum, verdict) => sum + count(verdict), 0));
  return [
    {
      database,
      measure: `folders of others that are understood whole, of ${built.length} that kustomize builds`,
      ours: `${understood.length} (${percent(
        understood.length / built.length,
      )})`,
    },
    {
      database,
      measure: `${values} values and ${moves} moves of them, held against kustomize: not the same`,
      ours: String(wrong),
      target: '0',
      met: wrong === 0,
    },
  ];
}
