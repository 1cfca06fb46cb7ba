import { NotAllowedError } from '@backstage/errors';
import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FleetList } from '../hooks/useInfiniteFleet';
import { FleetTable, type FleetTableProps } from './FleetTable';
import { listOf } from './listOf';

interface Row {
  name: string;
  state: string;
}

const rows: Row[] = [
  { name: 'web', state: 'healthy' },
  { name: '<img src=x onerror=alert(1)>', state: 'failing' },
  { name: 'search', state: 'healthy' },
];

function Table(props: Partial<FleetTableProps<Row>>) {
  return (
    <FleetTable
      label="applications"
      list={rows}
      rowKey={row => row.name}
      columns={[
        {
          key: 'name',
          title: 'Name',
          sort: 'name',
          render: row => row.name,
        },
        { key: 'state', title: 'State', render: row => row.state },
      ]}
      {...props}
    />
  );
}

const names = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map(row => within(row).getAllByRole('cell')[0].textContent);

function listWith(changes: Partial<FleetList<Row>>): FleetList<Row> {
  return { ...listOf(rows), ...changes };
}

describe('FleetTable', () => {
  it('shows names as text, and sorts by the API', async () => {
    const onSort = jest.fn();
    const { rerender } = render(<Table onSort={onSort} />);
    expect(names()).toEqual(rows.map(({ name }) => name));
    expect(screen.queryByRole('img')).not.toBeInTheDocument();

    const header = screen.getByRole('columnheader', { name: 'Name' });
    expect(header).toHaveAttribute('aria-sort', 'none');
    await userEvent.click(within(header).getByRole('button'));
    expect(onSort).toHaveBeenLastCalledWith({
      field: 'name',
      direction: 'asc',
    });

    const sort = { field: 'name', direction: 'asc' } as const;
    rerender(<Table onSort={onSort} sort={sort} />);
    expect(header).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(within(header).getByRole('button'));
    expect(onSort).toHaveBeenLastCalledWith({
      field: 'name',
      direction: 'desc',
    });
    expect(
      screen.getByRole('columnheader', { name: 'State' }),
    ).not.toHaveAttribute('aria-sort');
  });

  it('opens, expands and selects rows by pointer and by keyboard', async () => {
    const user = userEvent.setup();
    const onOpen = jest.fn();
    const onSelect = jest.fn();
    render(
      <Table
        onOpen={onOpen}
        onSelect={onSelect}
        selected={new Set(['web'])}
        openLabel={({ name }) => `Open ${name}`}
        expand={({ name }) => `more about ${name}`}
      />,
    );
    await user.click(screen.getByText('search'));
    expect(onOpen).toHaveBeenCalledTimes(1);
    screen.getByRole('button', { name: 'Open search' }).focus();
    await user.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledTimes(2);
    expect(onOpen).toHaveBeenLastCalledWith(rows[2]);

    await user.click(
      screen.getByRole('button', { name: 'Details of Open search' }),
    );
    expect(screen.getByText('more about search')).toBeVisible();

    const checkboxes = screen.getAllByRole('checkbox');
    expect(checkboxes[1]).toBeChecked();
    await user.click(checkboxes[3]);
    expect(onSelect).toHaveBeenLastCalledWith(new Set(['web', 'search']));
    await user.click(checkboxes[0]);
    expect(onSelect).toHaveBeenLastCalledWith(
      new Set(rows.map(({ name }) => name)),
    );
    expect(onOpen).toHaveBeenCalledTimes(2);
  });

  it('teaches when it is empty, names the permission when it may not show, and keeps rows when a reload fails', () => {
    const none = { items: [], totalItems: 0 };
    const { rerender } = render(
      <Table list={listWith(none)} empty="Deploy something" />,
    );
    expect(screen.getByText('Deploy something')).toBeVisible();

    rerender(<Table list={listWith({ ...none, loading: true })} />);
    expect(
      screen.getByRole('status', { name: 'Loading applications' }),
    ).toBeVisible();

    const error = new NotAllowedError('missing fleet.application.read');
    rerender(<Table list={listWith({ ...none, error })} />);
    expect(screen.getByRole('alert')).toHaveTextContent(
      'You may not see the applications',
    );
    expect(screen.getByRole('alert')).toHaveTextContent(
      'fleet.application.read',
    );

    rerender(<Table list={listWith({ error })} />);
    expect(screen.getByRole('alert')).toBeVisible();
    expect(names()).toHaveLength(3);
  });

  it('stands still under the pointer until the changes are applied or another list is asked for', async () => {
    const [web, image, search] = rows;
    const { rerender } = render(<Table list={listWith({ generation: 1 })} />);
    const table = screen.getByRole('table');
    await userEvent.hover(table);

    const changed = [{ ...search, state: 'progressing' }, web];
    rerender(<Table list={listWith({ items: changed, generation: 1 })} />);
    expect(names()).toEqual([web.name, image.name, search.name]);
    expect(screen.getByText('progressing')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: '2 changes: show' }),
    );
    expect(names()).toEqual([search.name, web.name]);

    rerender(
      <Table list={listWith({ items: [web, search], generation: 1 })} />,
    );
    expect(names()).toEqual([search.name, web.name]);
    rerender(<Table list={listWith({ items: [image, web], generation: 2 })} />);
    expect(names()).toEqual([image.name, web.name]);
  });

  it('takes changes at once when nobody points at it', () => {
    const { rerender } = render(<Table list={listWith({ generation: 1 })} />);
    const items = [...rows].reverse();
    rerender(<Table list={listWith({ items, generation: 1 })} />);
    expect(names()).toEqual(items.map(({ name }) => name));
  });

  it('sets a heading above each group', () => {
    render(<Table groupBy={({ state }) => state} />);
    expect(names()).toEqual([
      'healthy',
      'web',
      'failing',
      '<img src=x onerror=alert(1)>',
      'healthy',
      'search',
    ]);
  });

  describe('with a long list', () => {
    const long = Array.from({ length: 5_000 }, (_, index) => ({
      name: `application ${index}`,
      state: 'healthy',
    }));

    beforeEach(() => {
      jest.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(500);
      jest
        .spyOn(HTMLElement.prototype, 'offsetHeight', 'get')
        .mockReturnValue(52);
      jest
        .spyOn(Element.prototype, 'clientWidth', 'get')
        .mockReturnValue(1_000);
    });
    afterEach(() => jest.restoreAllMocks());

    it('renders what is in sight and asks for more at the end', () => {
      const loadMore = jest.fn();
      const list = listWith({
        items: long,
        totalItems: 50_000,
        hasMore: true,
        loadMore,
      });
      render(<Table list={list} />);
      expect(names().length).toBeLessThan(60);
      expect(names()[0]).toBe('application 0');
      expect(loadMore).not.toHaveBeenCalled();
      expect(screen.getByText('Load more of 50,000')).toBeInTheDocument();

      fireEvent.scroll(screen.getByRole('group', { name: 'applications' }), {
        target: { scrollTop: 10_000_000 },
      });
      expect(loadMore).toHaveBeenCalled();
    });
  });
});
