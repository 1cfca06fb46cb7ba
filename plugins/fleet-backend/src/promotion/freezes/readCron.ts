import { CronExpressionParser, type CronExpression } from 'cron-parser';

const example = "write five fields, such as '0 18 * * 5' for Fridays at 18:00";

/**
 * Reads when something recurs, by the clock on the wall: in UTC, so that nothing is put forward or back, with what the clock shows at the
 * moment as the current date.
 */
export function readCron(
  cron: string,
  currentDate = new Date(0),
): { expression: CronExpression } | { problem: string } {
  const fields = cron.trim().split(/\s+/);
  // Others of its dialect count seconds, or draw lots.
  if (
    !/^@(?:yearly|monthly|weekly|daily|weekdays|weekends)$/.test(cron.trim())
  ) {
    if (fields.length !== 5 || /H/.test(cron)) {
      return { problem: `'${cron}' is not a cron expression; ${example}` };
    }
  }
  try {
    const expression = CronExpressionParser.parse(cron.trim(), {
      tz: 'UTC',
      currentDate,
    });
    expression.next();
    expression.reset(currentDate);
    return { expression };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      problem: `'${cron}' is not a cron expression (${reason}); ${example}`,
    };
  }
}
