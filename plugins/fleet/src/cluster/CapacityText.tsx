import type { Capacity } from '@fleetcommander/backstage-plugin-fleet-common';

const gibibyte = 1024 ** 3;

/** Cores, memory and pods in words. */
export function CapacityText(props: { capacity: Capacity }) {
  const { cpuCores, memoryBytes, pods } = props.capacity;
  return (
    <>
      {`${Math.round(cpuCores * 10) / 10} cores, `}
      {`${Math.round(memoryBytes / gibibyte)} GiB, ${pods} pods`}
    </>
  );
}
