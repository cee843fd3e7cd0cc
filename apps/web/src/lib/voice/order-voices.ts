interface ListedVoice {
  readonly name: string;
  readonly lang: string;
  readonly localService: boolean;
  readonly voiceURI: string;
}

/**
 * The voices worth offering for words in `language` (such as `en-GB`): the same region first, then the language,
 * voices that live on the device before those that need a network, then by name. Other languages are left out,
 * unless nothing else is there.
 */
export function orderVoices<V extends ListedVoice>(voices: readonly V[], language: string): V[] {
  const [wantedLanguage] = language.toLowerCase().split('-');
  const rank = (voice: V): number => {
    const tag = voice.lang.toLowerCase().replace('_', '-');
    const region = tag === language.toLowerCase() ? 0 : tag.split('-')[0] === wantedLanguage ? 2 : 4;
    return region + (voice.localService ? 0 : 1);
  };
  const ordered = [...voices].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
  const matching = ordered.filter((voice) => rank(voice) < 4);
  return matching.length > 0 ? matching : ordered;
}

/** The voice a person chose, or the best one for the language if that one is gone or none was chosen. */
export function pickVoice<V extends ListedVoice>(ordered: readonly V[], chosenUri: string | undefined): V | undefined {
  return ordered.find((voice) => voice.voiceURI === chosenUri) ?? ordered[0];
}
