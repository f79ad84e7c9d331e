import { encode } from "uqr";
import styles from "./my-account.module.css";

/** A QR code, dark on light in both colour schemes, for cameras want it so. */
export function QrCode({ text, label }: { text: string; label: string }) {
	const { data, size } = encode(text, { border: 2 });
	const path = data
		.flatMap((row, y) =>
			row.map((isDark, x) => (isDark ? `M${x},${y}h1v1h-1z` : "")),
		)
		.join("");
	return (
		<svg
			role="img"
			aria-label={label}
			viewBox={`0 0 ${size} ${size}`}
			className={styles.qr}
			shapeRendering="crispEdges"
		>
			<rect width={size} height={size} fill="#fff" />
			<path d={path} fill="#000" />
		</svg>
	);
}
