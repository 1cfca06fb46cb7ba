import { directoryPace } from './directoryPace';

describe('directoryPace', () => {
  it('reads a catalog that fills up each time, and one that runs once a minute', () => {
    const due = directoryPace(0);
    const read = [];
    for (let seconds = 0; seconds <= 240; seconds += 5) {
      if (due(seconds * 1000)) {
        read.push(seconds);
      }
    }
    expect(read.filter(seconds => seconds < 120)).toHaveLength(24);
    expect(read.filter(seconds => seconds >= 120)).toEqual([175, 235]);
  });
});
