import { useEffect } from "react";
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
