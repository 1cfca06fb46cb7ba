import { DemoTestCluster } from './DemoTestCluster';
import { RealTestCluster } from './RealTestCluster';
import type { TestCluster } from './TestCluster';

/** A real API server where `FLEET_TEST_API` is `real`, as script/test-cluster sets it; else the demo fleet's. */
export function startTestCluster(): Promise<TestCluster> {
  return process.env.FLEET_TEST_API === 'real'
    ? RealTestCluster.start()
    : DemoTestCluster.start();
}
