import { type ComponentType, lazy, type ReactNode, useState } from "react";

/** A page whose code comes when it is first shown, or before that by `fetch`. */
export interface FetchedPage<Props> {
	(props: Props): ReactNode;
	fetch(): void;
}

/** Like React's `lazy`, but code that is there already is shown at once: `lazy` leaves the place blank for a third of a second. */
export function fetched<Props extends object>(
	load: () => Promise<{ readonly default: ComponentType<Props> }>,
): FetchedPage<Props> {
	let found: ComponentType<Props> | null = null;
	const Awaited = lazy(async () => {
		const module = await load();
		found = module.default;
		return module;
	}) as unknown as ComponentType<Props>;
	const page = (props: Props) => {
		const [Page] = useState(() => found ?? Awaited);
		return <Page {...props} />;
	};
	return Object.assign(page, {
		fetch() {
			load().then(
				(module) => {
					found = module.default;
				},
				// It is asked for again when it is shown, and missed there.
				() => undefined,
			);
		},
	});
}
