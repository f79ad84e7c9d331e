import { createLogger, format, type Logger, transports } from "winston";

/**
 * The program's log, to stderr: one JSON object a line, or for people a time, a level where it matters, and the words.
 * Errors keep their stack under `error`.
 */
export function createLog(options: {
	readonly level: string;
	readonly format: "pretty" | "json";
}): Logger {
	const shape =
		options.format === "json"
			? format.combine(format.timestamp(), withErrors(), format.json())
			: format.combine(format.timestamp(), withErrors(), format.printf(line));
	return createLogger({
		level: options.level,
		format: shape,
		transports: [new transports.Stream({ stream: process.stderr })],
	});
}

const withErrors = format((info) => {
	for (const [key, value] of Object.entries(info))
		if (value instanceof Error) info[key] = value.stack ?? value.message;
	return info;
});

function line(info: Record<string, unknown>): string {
	const { timestamp, level, message, ...rest } = info;
	const time = String(timestamp).slice(11, 19);
	const sign = level === "info" ? "" : `${level}: `;
	const facts = Object.entries(rest).map(([key, value]) =>
		typeof value === "string" && !/\s/.test(value)
			? `${key}=${value}`
			: `${key}=${JSON.stringify(value)}`,
	);
	return [`${time}  ${sign}${message}`, ...facts].join("  ");
}
