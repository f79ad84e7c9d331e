/** Larger ones take long over a phone's connection in a cellar. */
const lightBytes = 1_500_000;

/** As large as the service keeps it. */
const mostPixelsAcross = 2560;

/**
 * A large photo as a smaller one, where the browser can read it; anything else as it is. It only saves the time of sending: the service draws every
 * photo anew itself.
 */
export async function lighter(file: File): Promise<File> {
	if (!file.type.startsWith("image/") || file.size <= lightBytes) return file;
	try {
		const picture = await createImageBitmap(file);
		const { width, height } = picture;
		const scale = Math.min(1, mostPixelsAcross / Math.max(width, height));
		const canvas = document.createElement("canvas");
		canvas.width = Math.round(width * scale);
		canvas.height = Math.round(height * scale);
		canvas
			.getContext("2d")
			?.drawImage(picture, 0, 0, canvas.width, canvas.height);
		picture.close();
		const drawn = await new Promise<Blob | null>((resolve) =>
			canvas.toBlob(resolve, "image/jpeg", 0.85),
		);
		return drawn && drawn.size < file.size
			? new File([drawn], file.name, { type: drawn.type })
			: file;
	} catch {
		return file;
	}
}
