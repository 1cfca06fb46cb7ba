import { builtInEngines } from './builtInEngines';
import { selectOverrides } from './selectOverrides';

/** By kind: whether overrides are looked for. */
function lookedFor(wanted?: string[]) {
  const { engines } = selectOverrides(builtInEngines, wanted);
  const found: Record<string, boolean> = {};
  for (const { kind, overrides } of engines.flatMap(({ kinds }) => kinds)) {
    found[kind] ||= Boolean(overrides);
  }
  return found;
}

describe('selectOverrides', () => {
  it('has overrides looked for in all kinds that engines know how to', () => {
    expect(lookedFor()).toMatchObject({
      Deployment: true,
      StatefulSet: true,
      DaemonSet: true,
      Service: true,
      ConfigMap: true,
      Node: false,
    });
  });

  it('reads what is not wanted only where it is read for something else', () => {
    const kinds = lookedFor(['Deployment', 'Service']);
    expect(kinds).toMatchObject({
      Deployment: true,
      StatefulSet: false,
      Service: true,
    });
    expect(kinds).not.toHaveProperty('ConfigMap');
  });

  it('names a kind that it does not know', () => {
    const { problems } = selectOverrides(builtInEngines, [
      'Service',
      'Configmap',
      'Secret',
    ]);
    expect(problems.map(({ key, message }) => `${key}: ${message}`)).toEqual([
      'fleet.drift.overrides.kinds[1]: overrides are not looked for in a Configmap; did you mean ConfigMap?',
      'fleet.drift.overrides.kinds[2]: overrides are not looked for in a Secret; they can be in Deployment, StatefulSet, DaemonSet, Service, ConfigMap',
    ]);
  });
});
