import { lazy, useEffect } from "react";
import { Redirect, Route, Switch, useLocation, useSearch } from "wouter";
import { setServiceTime } from "./clock.ts";
import { Frame } from "./frame.tsx";
import { Later } from "./later.tsx";
import { useLive } from "./live.ts";
import { MissingPage, TroublePage } from "./plain-pages.tsx";
import { useSession } from "./queries.ts";
import { fetchFirstPage, RotaSection } from "./rota/first-page.ts";
import { ServerError } from "./server.ts";
import { SessionContext } from "./session.tsx";
import {
	signInAddress,
	takeWanted,
	wantedPage,
} from "./sign-in/wanted-page.ts";

const SignInPage = lazy(() => import("./sign-in/sign-in-page.tsx"));
const PasswordLinkPage = lazy(() => import("./sign-in/password-link-page.tsx"));
const MustEnrolPage = lazy(() => import("./my-account/must-enrol-page.tsx"));
const MyAccountPage = lazy(() => import("./my-account/my-account-page.tsx"));
const AccountsPage = lazy(() => import("./accounts/accounts-page.tsx"));
const MyDutyPage = lazy(() => import("./my-duty/my-duty-page.tsx"));
const NowPage = lazy(() => import("./now/now-page.tsx"));
const TicketPage = lazy(() => import("./ticket/ticket-page.tsx"));
const LogPage = lazy(() => import("./tickets/log-page.tsx"));
const MyTicketsPage = lazy(() => import("./my-tickets/my-tickets-page.tsx"));
const MyTicketPage = lazy(() => import("./my-tickets/my-ticket-page.tsx"));
const LinkPage = lazy(() => import("./my-tickets/link-page.tsx"));
const NumbersPage = lazy(() => import("./numbers/numbers-page.tsx"));
const ProofPage = lazy(() => import("./proof/proof-page.tsx"));
const PlacesSection = lazy(() => import("./places/places-section.tsx"));
const SettingsSection = lazy(() => import("./settings/settings-section.tsx"));
const RotaHome = lazy(() => import("./rota/rota-home.tsx"));

fetchFirstPage(location.pathname);

/** Everything: who is signed in decides what there is to see. A link to set a password with, or to one ticket, needs nobody to be. */
export function Console() {
	return (
		<Switch>
			<Route path="/reset/:secret">
				{({ secret }) => <ByLink purpose="reset" secret={secret} />}
			</Route>
			<Route path="/invitation/:secret">
				{({ secret }) => <ByLink purpose="invitation" secret={secret} />}
			</Route>
			<Route path="/t/:secret">
				{({ secret }) => (
					<Frame>
						<Later page={LinkPage} secret={secret} />
					</Frame>
				)}
			</Route>
			<Route>
				<Whoever />
			</Route>
		</Switch>
	);
}

function ByLink(link: { purpose: "reset" | "invitation"; secret: string }) {
	return (
		<Frame>
			<Later page={PasswordLinkPage} {...link} />
		</Frame>
	);
}

function Whoever() {
	const session = useSession();
	useEffect(() => {
		if (session.data) setServiceTime(session.data.at);
	}, [session.data]);
	if (session.error instanceof ServerError && session.error.status === 401)
		return <SignedOut />;
	if (session.data)
		return (
			<SessionContext.Provider value={session.data}>
				{session.data.mustEnrol ? <MustEnrol /> : <Pages />}
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

/** Wherever one stands, the way leads over signing in, and back. */
function SignedOut() {
	const [location] = useLocation();
	const search = useSearch();
	if (location !== "/sign-in")
		return (
			<Redirect
				to={signInAddress(search ? `${location}?${search}` : location)}
				replace
			/>
		);
	return (
		<Frame>
			<Later page={SignInPage} />
		</Frame>
	);
}

function MustEnrol() {
	return (
		<Frame>
			<Later page={MustEnrolPage} />
		</Frame>
	);
}

function Pages() {
	const isConnected = useLive();
	const search = useSearch();
	const [, go] = useLocation();
	useEffect(() => {
		const wanted = takeWanted();
		if (wanted !== null) go(wanted, { replace: true });
	}, [go]);
	return (
		<Frame isSignedIn isConnected={isConnected}>
			<Switch>
				<Route path="/">
					<Later page={NowPage} />
				</Route>
				<Route path="/sign-in">
					<Redirect to={wantedPage(search)} replace />
				</Route>
				<Route path="/my-duty">
					<Later page={MyDutyPage} />
				</Route>
				<Route path="/account">
					<Later page={MyAccountPage} />
				</Route>
				<Route path="/accounts">
					<Later page={AccountsPage} />
				</Route>
				<Route path="/rota">
					<Later page={RotaHome} />
				</Route>
				<Route path="/rota/:line/:page?">
					{({ line, page }) => (
						<Later page={RotaSection} line={line} name={page ?? "shifts"} />
					)}
				</Route>
				<Route path="/tickets">
					<Later page={LogPage} />
				</Route>
				<Route path="/my-tickets">
					<Later page={MyTicketsPage} />
				</Route>
				<Route path="/my-tickets/:number">
					{({ number }) => <Later page={MyTicketPage} number={number} />}
				</Route>
				<Route path="/numbers">
					<Later page={NumbersPage} />
				</Route>
				<Route path="/proof">
					<Later page={ProofPage} />
				</Route>
				<Route path="/places/:page?">
					{({ page }) => <Later page={PlacesSection} name={page ?? ""} />}
				</Route>
				<Route path="/settings/:page?">
					{({ page }) => <Later page={SettingsSection} name={page ?? ""} />}
				</Route>
				<Route path="/tickets/:number">
					{({ number }) => <Later page={TicketPage} number={number} />}
				</Route>
				<Route>
					<MissingPage />
				</Route>
			</Switch>
		</Frame>
	);
}
