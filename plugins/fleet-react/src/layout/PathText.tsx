import { Fragment } from 'react';

/**
 * A path, which breaks after its slashes where it is long.
 *
 * @public
 */
export function PathText(props: { path: string }) {
  return (
    <>
      {props.path.split(/(?<=\/)/).map((segment, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {segment}
        </Fragment>
      ))}
    </>
  );
}
