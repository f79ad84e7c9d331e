import { Alert, Loader } from "@mantine/core";
import { IconPlugConnectedX } from "@tabler/icons-react";
import { useState } from "react";
import type { PhoneShown } from "../control/shown.ts";
import { ClockBar } from "./clock-bar.tsx";
import { Header } from "./header.tsx";
import { useLanguage } from "./language.tsx";
import { type Picture, useNetwork, useNetworkTime } from "./network.ts";
import { PhoneCard } from "./phone-card.tsx";
import styles from "./phones-page.module.css";
import { Problems } from "./problems.tsx";
import { RingingNotice } from "./ringing-notice.tsx";
import { useSound, useSoundSwitch } from "./sound.ts";
import { TenantPhone } from "./tenant-phone.tsx";

const none: readonly PhoneShown[] = [];

/** All phones of the network: the tenant's large, the others beside it, and the clock above. */
export function PhonesPage() {
	const { words } = useLanguage();
	const { picture, isConnected } = useNetwork();
	const [isSoundOn, setSound] = useSoundSwitch();
	useSound(picture?.snapshot.phones ?? none, isSoundOn);
	return (
		<>
			<a className="skip" href="#content">
				{words.skip}
			</a>
			<Header
				consoleUrl={picture?.snapshot.consoleUrl ?? null}
				isSoundOn={isSoundOn}
				onSound={setSound}
			/>
			<main id="content" tabIndex={-1} className={styles.main}>
				<h1 className={styles.title}>{words.title}</h1>
				<p className={styles.intro}>{words.intro}</p>
				<div aria-live="polite">
					{isConnected ? null : (
						<Alert
							mb="lg"
							variant="light"
							color="orange"
							icon={<IconPlugConnectedX aria-hidden />}
						>
							{words.lost}
						</Alert>
					)}
				</div>
				{picture ? (
					<Phones picture={picture} />
				) : (
					<Loader aria-label={words.loading} />
				)}
			</main>
		</>
	);
}

function Phones({ picture }: { picture: Picture }) {
	const { words } = useLanguage();
	const now = useNetworkTime(picture);
	const { snapshot } = picture;
	const [chosen, setChosen] = useState<string | null>(null);
	const tenants = snapshot.phones.filter(({ role }) => role === "tenant");
	const tenant = tenants.find(({ number }) => number === chosen) ?? tenants[0];
	const others = snapshot.phones.filter(({ role }) => role !== "tenant");
	return (
		<>
			<ClockBar picture={picture} />
			<div className={styles.phones}>
				{tenant ? (
					<div className={styles.tenant}>
						<TenantPhone
							tenants={tenants}
							phone={tenant}
							onChoose={setChosen}
							snapshot={snapshot}
							now={now}
						/>
					</div>
				) : null}
				<section aria-labelledby="others">
					<h2 id="others" className={styles.others}>
						{words.others}
					</h2>
					<div className={styles.grid}>
						{others.map((phone) => (
							<PhoneCard
								key={phone.number}
								phone={phone}
								snapshot={snapshot}
								now={now}
							/>
						))}
					</div>
				</section>
			</div>
			<Problems snapshot={snapshot} />
			<RingingNotice phones={others} />
		</>
	);
}
