import { Alert, Box } from "@mantine/core";
import { IconPlugConnectedX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import styles from "./frame.module.css";
import { Header } from "./header.tsx";
import { Keys } from "./keys.tsx";
import { useLanguage } from "./language.tsx";

/** What is around every page: the way past the header, the header, and word of a lost connection. */
export function Frame({
	children,
	isSignedIn = false,
	isConnected = true,
}: {
	children: ReactNode;
	isSignedIn?: boolean;
	isConnected?: boolean;
}) {
	const { t } = useLanguage();
	return (
		<>
			<a className="skip" href="#content">
				{t("header.skip")}
			</a>
			{isSignedIn ? <Keys /> : null}
			<Header />
			<div className={styles.notice} aria-live="polite">
				{isConnected ? null : (
					<Alert
						variant="light"
						color="orange"
						icon={<IconPlugConnectedX aria-hidden />}
						classNames={{ root: styles.lost ?? "" }}
					>
						{t("connection.lost")}
					</Alert>
				)}
			</div>
			<Box component="main" id="content" tabIndex={-1} className={styles.main}>
				{children}
			</Box>
		</>
	);
}
