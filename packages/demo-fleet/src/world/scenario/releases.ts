import { services } from '../components';
import { environments } from '../plans';
import { nextVersion } from '../versions';
import { Release, Stage, Step } from './Stage';

/** The services that take turns; the others keep to what their clusters show. */
const candidates = ['storefront', 'ledger', 'cart', 'indexer'].flatMap(turn =>
  services.filter(({ name }) => name === turn),
);

/** The next service's next version. */
function nextRelease({ fleet, release: last }: Stage): Release {
  const turn = (last?.turn ?? -1) + 1;
  const component = candidates[turn % candidates.length];
  const [{ name: development }] = environments;
  const plan = fleet.plans.find(
    ({ environment }) => environment === development,
  );
  const present = plan
    ? fleet.git.version(component, plan)
    : component.versions[development];
  return { component, version: nextVersion(present), turn };
}

/** Brings a new version to one environment: development begins with one, the others follow it. */
export function release(environment: string): Step {
  return stage => {
    if (environment === environments[0].name || !stage.release) {
      stage.release = nextRelease(stage);
    }
    const { component, version } = stage.release;
    stage.fleet.git.release(component.name, environment, version);
    stage.controllers.committed();
  };
}
