const units = [
  { word: 'd', seconds: 86_400 },
  { word: 'h', seconds: 3_600 },
  { word: 'min', seconds: 60 },
];

/** A duration in its largest unit: `31 s`, `18 min`, `2 h`, `3 d`. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(Math.round(milliseconds / 1_000), 0);
  const unit = units.find(candidate => seconds >= candidate.seconds);
  return unit
    ? `${Math.floor(seconds / unit.seconds)} ${unit.word}`
    : `${seconds} s`;
}

const moments = new Intl.DateTimeFormat(undefined, {
  dateStyle: 'medium',
  timeStyle: 'medium',
});

const times = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

/** The time alone where it was less than a day ago, else the moment. */
export function formatTimeOfDay(iso: string): string {
  const age = Date.now() - Date.parse(iso);
  return age >= 0 && age < 86_400_000
    ? times.format(new Date(iso))
    : formatMoment(iso);
}

/** A moment in the viewer's own words and time zone. */
export function formatMoment(iso: string): string {
  return moments.format(new Date(iso));
}
