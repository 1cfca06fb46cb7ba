import { renderInTestApp } from '@backstage/test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type {
  MatrixColumn,
  MatrixRow,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MatrixGrid, type MatrixGridProps } from './MatrixGrid';

const columns = Array.from(
  { length: 300 },
  (_, index): MatrixColumn => ({
    cluster: `spoke-${index}`,
    entityRef: `resource:default/spoke-${index}`,
    environment: index < 100 ? 'staging' : 'production',
    state: 'healthy',
    freshness: { stale: false },
  }),
);

const rows = Array.from(
  { length: 400 },
  (_, index): MatrixRow => ({
    deliveryKey: `key-${index}`,
    title: `app-${index}`,
    engine: 'flux',
    state: 'healthy',
    differs: false,
    cells: columns
      .filter((__, column) => column !== 1)
      .map(({ cluster }, column) => ({
        id: `${index}-${column}`,
        cluster,
        version: column === 2 ? '2.0.0' : '1.0.0',
        revision: 'main@sha1:0123456789abcdef0123',
        state: column === 2 ? 'failing' : 'healthy',
        summary: 'image not found',
        images: ['registry.example.org/app:1.0.0'],
        odd: column === 2,
        stale: column === 3,
      })),
  }),
);

function show(props: Partial<MatrixGridProps> = {}) {
  return renderInTestApp(
    <MatrixGrid label="versions" columns={columns} list={rows} {...props} />,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
}

const focused = () => document.activeElement?.getAttribute('aria-label');

describe('MatrixGrid', () => {
  beforeEach(() => {
    jest.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(200);
    jest.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(500);
  });
  afterEach(() => jest.restoreAllMocks());

  it('renders only what is in sight of many rows and columns', async () => {
    await show();
    const grid = screen.getByRole('grid', { name: 'versions' });
    expect(grid).toHaveAttribute('aria-rowcount', '401');
    expect(grid).toHaveAttribute('aria-colcount', '301');
    expect(screen.getAllByRole('row').length).toBeLessThan(50);
    expect(screen.getAllByRole('columnheader').length).toBeLessThan(40);
  });

  it('says in words what colour and border say', async () => {
    await show();
    for (const words of [
      'app-0 on spoke-0: 1.0.0, healthy',
      'app-0 is not on spoke-1',
      'app-0 on spoke-3: 2.0.0, failing, differs from the others',
      'app-0 on spoke-4: 1.0.0, healthy, old',
    ]) {
      expect(screen.getByRole('gridcell', { name: words })).toBeInTheDocument();
    }
  });

  it('puts a heading over each group, and says a commit without its branch', async () => {
    const [first, second, third] = rows.map(row => ({
      ...row,
      cells: [{ ...row.cells[0], version: 'main@0123456' }],
    }));
    await show({
      list: [first, second, third],
      groupBy: row => (row === third ? '' : 'group:default/pay'),
      renderGroup: group => (group ? <a href="/pay">{group}</a> : 'No owner'),
    });
    expect(
      screen.getAllByRole('rowheader').map(header => header.textContent),
    ).toEqual([
      'group:default/pay',
      expect.stringContaining('app-0'),
      expect.stringContaining('app-1'),
      'No owner',
      expect.stringContaining('app-2'),
    ]);
    expect(screen.getByRole('link', { name: /pay/ })).toBeInTheDocument();
    expect(screen.getAllByText('0123456')).toHaveLength(3);
  });

  it('has one tab stop, moves by arrow keys and opens by Enter', async () => {
    const user = userEvent.setup();
    const onOpen = jest.fn();
    await show({
      onOpen,
      groupBy: row => (row === rows[0] ? 'one' : 'others'),
    });
    const stops = screen
      .getAllByRole('gridcell')
      .filter(cell => cell.tabIndex === 0);
    expect(stops).toHaveLength(1);
    stops[0].focus();
    expect(focused()).toBe('app-0 on spoke-0: 1.0.0, healthy');

    await user.keyboard('{ArrowRight}');
    expect(focused()).toBe('app-0 is not on spoke-1');
    await user.keyboard('{Enter}');
    expect(onOpen).not.toHaveBeenCalled();
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}');
    expect(focused()).toBe(
      'app-1 on spoke-3: 2.0.0, failing, differs from the others',
    );
    expect(screen.getByRole('tooltip')).toHaveTextContent('image not found');
    await user.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledWith(rows[1].cells[2], rows[1]);

    await user.keyboard('{End}');
    expect(focused()).toBe('app-1 on spoke-299: 1.0.0, healthy');
    await user.keyboard('{Control>}{Home}{/Control}');
    expect(focused()).toBe('app-0 on spoke-0: 1.0.0, healthy');
    await user.keyboard('{ArrowUp}{ArrowLeft}');
    expect(focused()).toBe('app-0 on spoke-0: 1.0.0, healthy');
  });
});
