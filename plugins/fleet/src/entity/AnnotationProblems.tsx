import type { EntityView } from '@fleetcommander/backstage-plugin-fleet-common';
import { Mono, Notice } from '@fleetcommander/backstage-plugin-fleet-react';

/** What is wrong with the annotations of the entity, by their keys. */
export function AnnotationProblems(props: {
  problems: EntityView['problems'];
}) {
  const { problems } = props;
  if (problems.length === 0) {
    return null;
  }
  return (
    <Notice
      severity="warning"
      title="The annotations of this entity cannot all be used"
    >
      <ul>
        {problems.map(({ key, message }) => (
          <li key={`${key} ${message}`}>
            <Mono>{key}</Mono>: {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
