import {
	type ComponentType,
	type LazyExoticComponent,
	lazy,
	Suspense,
	useEffect,
} from "react";
import { Route, Switch } from "wouter";
import { setServiceTime } from "./clock.ts";
import { Frame } from "./frame.tsx";
import { useLive } from "./live.ts";
import { NowPage } from "./now/now-page.tsx";
import { MissingPage, SignedOutPage, TroublePage } from "./plain-pages.tsx";
import { useSession } from "./queries.ts";
import { ServerError } from "./server.ts";
import { SessionContext } from "./session.tsx";
import { TicketPage } from "./ticket/ticket-page.tsx";

const RotaHome = lazy(() => import("./rota/rota-home.tsx"));
const RotaSection = lazy(() => import("./rota/rota-section.tsx"));

/** Everything: who is signed in decides whether there is anything to see. */
export function Console() {
	const session = useSession();
	useEffect(() => {
		if (session.data) setServiceTime(session.data.at);
	}, [session.data]);
	if (session.error instanceof ServerError && session.error.status === 401)
		return <SignedOutPage />;
	if (session.data)
		return (
			<SessionContext.Provider value={session.data}>
				<Pages />
			</SessionContext.Provider>
		);
	if (session.error)
		return (
			<TroublePage
				why={session.error.message}
				again={() => void session.refetch()}
			/>
		);
	return <Frame>{null}</Frame>;
}

function Pages() {
	const isConnected = useLive();
	return (
		<Frame isSignedIn isConnected={isConnected}>
			<Switch>
				<Route path="/">
					<NowPage />
				</Route>
				<Route path="/rota">
					<Later page={RotaHome} />
				</Route>
				<Route path="/rota/:line/:page?">
					{({ line, page }) => (
						<Later page={RotaSection} line={line} name={page ?? "shifts"} />
					)}
				</Route>
				<Route path="/tickets/:number">
					{({ number }) => <TicketPage number={number} />}
				</Route>
				<Route>
					<MissingPage />
				</Route>
			</Switch>
		</Frame>
	);
}

/** A page that is fetched when somebody goes there. */
function Later<Props extends object>({
	page: Page,
	...props
}: { page: LazyExoticComponent<ComponentType<Props>> } & Props) {
	return (
		<Suspense fallback={null}>
			<Page {...(props as unknown as Props)} />
		</Suspense>
	);
}
