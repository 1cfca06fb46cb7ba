import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { CountList } from './CountList';
import { EpisodeTimeline } from './EpisodeTimeline';
import { readValue } from './readValue';
import { ValueChange } from './ValueChange';

describe('ValueChange', () => {
  it.each([
    ['3', '5', 'in Git: 3 → , live: 5'],
    ['"web:1.4.2"', '"web:1.5.0"', 'in Git: web:1.4.2 → , live: web:1.5.0'],
    ['"3"', '3', 'in Git: "3" → , live: 3'],
    ['"512Mi"', undefined, 'in Git: 512Mi → , live: removed'],
    [undefined, 'true', 'in Git: not set → , live: true'],
  ])('says what %s became: %s', (from, to, words) => {
    const { container } = render(<ValueChange from={from} to={to} brief />);

    expect(container).toHaveTextContent(words);
  });

  it('puts values side by side, and sets off what only one side has', () => {
    render(
      <ValueChange
        from='{"limits":{"cpu":"1","memory":"512Mi"}}'
        to='{"limits":{"cpu":"1"}}'
      />,
    );

    expect(screen.getByText('In Git')).toBeInTheDocument();
    const differs = screen.getByText(/"memory": "512Mi"/).className;
    expect(differs).not.toBe('');
    for (const line of screen.getAllByText(/"cpu": "1"/)) {
      expect(line.className).toBe('');
    }
  });

  it('shows a value that was cut as it is', () => {
    expect(readValue('{"limits":{"cp')).toBe('{"limits":{"cp');
    expect(readValue('""')).toBe('""');
  });
});

describe('EpisodeTimeline', () => {
  it('tells in words what its bars show, and leaves out what is older', () => {
    render(
      <EpisodeTimeline
        label="When it was there"
        from="2026-11-10T00:00:00Z"
        to="2026-11-20T00:00:00Z"
        rows={[
          {
            key: 'replicas',
            title: '.spec.replicas',
            severity: 'high',
            episodes: [
              { since: '2026-11-19T00:00:00Z' },
              {
                since: '2026-11-12T09:10:00Z',
                endedAt: '2026-11-12T09:18:00Z',
              },
              {
                since: '2026-11-01T00:00:00Z',
                endedAt: '2026-11-02T00:00:00Z',
              },
            ],
          },
        ]}
      />,
    );

    const row = screen.getByRole('listitem');
    expect(row).toHaveTextContent('open for 1 d');
    expect(row).toHaveTextContent('for 8 min');
    expect(row.querySelectorAll('[title]')).toHaveLength(2);
  });
});

describe('CountList', () => {
  it('links each number to what it counts, and says how many it leaves out', () => {
    render(
      <MemoryRouter>
        <CountList
          title="By cluster"
          none="None"
          items={Array.from({ length: 10 }, (_, index) => ({
            key: `cluster-${index}`,
            title: `cluster-${index}`,
            count: 1_000 - index,
            to: `?cluster=cluster-${index}`,
          }))}
        />
      </MemoryRouter>,
    );

    expect(screen.getByRole('link', { name: 'cluster-0' })).toHaveAttribute(
      'href',
      '/?cluster=cluster-0',
    );
    expect(screen.getByText('1,000')).toBeInTheDocument();
    expect(screen.getByText('and 2 more')).toBeInTheDocument();
  });
});
