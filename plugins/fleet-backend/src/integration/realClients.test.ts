import { createMockDirectory } from '@backstage/backend-test-utils';
import { stringify } from 'yaml';
import { subjectOf } from './__testUtils__/ClientChange';
import { FluxControllers } from './__testUtils__/FluxControllers';
import { FluxStage } from './__testUtils__/FluxStage';
import { harmlessChanges } from './__testUtils__/harmlessChanges';
import { countChange, labelOf } from './__testUtils__/labelledChanges';
import { overridingChanges } from './__testUtils__/overridingChanges';

jest.setTimeout(180_000);

const changes = [...overridingChanges, ...harmlessChanges].map(
  (change, index) => ({ ...change, object: change.object(`app-${index}`) }),
);

// `script/test-cluster` says why where they are not there.
const describeFlux = FluxControllers.available ? describe : describe.skip;

/** What the real kubectl, the real kustomize-controller and others like them do to a real cluster, each to an object of its own. */
describeFlux('what the ledger says of real clients', () => {
  const directory = createMockDirectory();
  let stage: FluxStage;

  beforeAll(async () => {
    stage = await FluxStage.start({
      directory: directory.path,
      // Flux undoes nothing that it is not told to.
      interval: '1h',
      files: Object.fromEntries(
        changes.map(({ object }) => [
          subjectOf(stage, object).file,
          stringify(object),
        ]),
      ),
    });
  });

  afterAll(() => stage?.stop());

  it.each(changes)(
    '$scenario',
    async ({ scenario, object, make, expected }) => {
      await make(subjectOf(stage, object));
      const drifts = await stage.drifts({ kind: 'override' });
      const found = drifts
        .filter(drift => drift.object?.name === object.metadata.name)
        .map(labelOf);
      await countChange({ scenario, kind: 'override', expected, found });
      expect(found).toHaveLength(expected.length);
      expect(found).toEqual(expect.arrayContaining([...expected]));
    },
  );
});
