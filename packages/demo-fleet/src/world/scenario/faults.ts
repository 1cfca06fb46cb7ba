import { Step } from './Stage';

const brokenPath = 'apps/cart/overlays/staging/us-east-1';
const silentSpoke = 'staging-eu-west-1';

/** Git gets a directory that does not build. */
export const breakKustomization: Step = ({ fleet, controllers }) => {
  fleet.git.breakPath(
    brokenPath,
    "kustomize build failed: accumulating resources: accumulation err='accumulating resources from 'deployment-patch.yaml': " +
      `open /tmp/kustomization-3915846/${brokenPath}/deployment-patch.yaml: no such file or directory'`,
  );
  controllers.committed();
};

/** The change is taken back. */
export const mendKustomization: Step = ({ fleet, controllers }) => {
  fleet.git.mendPath(brokenPath);
  controllers.committed();
};

/** A spoke's API stops answering. */
export const silenceSpoke: Step = ({ setSilent }) =>
  setSilent?.(silentSpoke, true);

/** It answers again. */
export const wakeSpoke: Step = ({ setSilent }) =>
  setSilent?.(silentSpoke, false);
