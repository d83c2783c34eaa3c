'use client';
import { useCallback, useState } from 'react';
import { handlerPaths } from '../protocol/handler-paths.js';
import { type ImagesError, isImagesError, isTransient } from '../protocol/images-error.js';
import { requestHandler } from '../upload/handler-request.js';
import { requestStored } from '../upload/upload-handler.js';
import type { Connection } from './connection.js';
import { useConnection } from './connection-context.js';

export interface UseDeleteImageResult {
  /**
   * Deletes an image for good. It leaves every list at once, and comes back when the deletion
   * fails; the promise rejects with an `ImagesError` then.
   */
  deleteImage: (imageId: string) => Promise<void>;
  /** True while a deletion is under way. */
  isDeleting: boolean;
  /** Why the last deletion failed, until the next one starts. */
  error: ImagesError | undefined;
}

/** Deletes images through the app's handler. */
export function useDeleteImage(): UseDeleteImageResult {
  const connection = useConnection();
  const [pending, setPending] = useState(0);
  const [error, setError] = useState<ImagesError>();
  const deleteImage = useCallback(
    async (imageId: string) => {
      setError(undefined);
      setPending((count) => count + 1);
      connection.changes.remove(imageId, false);
      try {
        await requestDeletion(connection, imageId);
        connection.changes.remove(imageId, true);
      } catch (cause) {
        connection.changes.restore(imageId);
        if (isImagesError(cause)) setError(cause);
        throw cause;
      } finally {
        setPending((count) => count - 1);
      }
    },
    [connection],
  );
  return { deleteImage, isDeleting: pending > 0, error };
}

async function requestDeletion(connection: Connection, imageId: string): Promise<void> {
  const asked = { method: 'DELETE', path: handlerPaths.image, query: { id: imageId } } as const;
  try {
    await requestHandler(connection, asked, () => true);
  } catch (error) {
    // Gone is what was wanted, whoever did it.
    if (isImagesError(error, 'not-found')) return;
    // No answer does not mean that nothing happened: the image itself is asked about.
    if (!isImagesError(error) || !isTransient(error)) throw error;
    const stored = await requestStored(connection, imageId).catch(() => true);
    if (stored) throw error;
  }
}
