'use client';
import { useEffect, useRef } from 'react';
import type { UploadControl } from '../upload/upload-control.js';
import type { ErrorContext } from './error-words.js';
import { type UploadLabels, uploadLabels } from './upload-labels.js';
import { problemWords } from './upload-words.js';
import { useLatest } from './useLatest.js';
import { visuallyHidden } from './visually-hidden.js';
import { watchUploads } from './watch-uploads.js';

export interface UploadAnnouncerProps {
  control: UploadControl;
  labels?: UploadLabels;
  context?: ErrorContext;
}

const mostProblems = 3;

/**
 * Says aloud what the list shows: politely when a batch begins, every ten seconds at most, and
 * how it ended; at once when something failed. One for each control is enough.
 */
export function UploadAnnouncer({
  control,
  labels = uploadLabels,
  context = {},
}: UploadAnnouncerProps) {
  const polite = useRef<HTMLDivElement>(null);
  const alert = useRef<HTMLDivElement>(null);
  const words = useLatest({ labels, context });

  useEffect(() => {
    const say = (text: string) => {
      if (polite.current) polite.current.textContent = text;
    };
    return watchUploads(control, {
      onStarted: (counts) => say(words.current.labels.started(counts)),
      onOngoing: (counts) => say(words.current.labels.ongoing(counts)),
      onFinished: (counts) => say(words.current.labels.finished(counts)),
      onProblems: (uploads) => {
        const { labels, context } = words.current;
        const lines = uploads.slice(0, mostProblems).map((upload) => {
          return labels.problem(upload.file.name, problemWords(upload, labels, context).join(' '));
        });
        const left = uploads.length - lines.length;
        if (left > 0) lines.push(labels.moreProblems(left));
        if (alert.current) alert.current.textContent = lines.join(' ');
      },
    });
  }, [control, words]);

  return (
    <>
      <div ref={polite} role="status" style={visuallyHidden} />
      <div ref={alert} role="alert" style={visuallyHidden} />
    </>
  );
}
