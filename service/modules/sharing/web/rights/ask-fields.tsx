import { ChoiceField, DayField, LineField, WordsField, type Answers } from '#platform/forms/inputs.tsx';

/** For whom the form speaks: a young person, any grown-up, or an officer who writes down what came by another way. */
export type Voice = 'young' | 'adult' | 'officer';

type Fields = { voice: Voice; answers: Answers };

/** What is asked, by whom and about whom. */
export function WhatAndWho({ voice, answers }: Fields) {
  const young = voice === 'young';
  return (
    <>
      <ChoiceField
        answers={answers}
        name="kind"
        label={young ? 'What would you like?' : 'What is asked?'}
        options={[
          { value: 'see', text: young ? 'To see what you wrote about me' : 'To see what is held' },
          {
            value: 'correct',
            text: young ? 'Something is wrong. Please change it' : 'To have something put right',
          },
          { value: 'delete', text: young ? 'Please delete something' : 'To have something deleted' },
          { value: 'stop', text: young ? 'Please stop using something about me' : 'To stop a use of it' },
        ]}
      />
      <LineField
        answers={answers}
        name="name"
        label={young ? 'What is your name?' : 'Who asks?'}
        hint={young ? 'Also the name you had before, if it changed.' : 'The full name, and any name before.'}
      />
      {young ? null : <ForWhom voice={voice} answers={answers} />}
      <DayField
        answers={answers}
        name="born"
        label={young ? 'When is your birthday?' : 'When was whom it is about born?'}
        hint="So that we find the right person. You can leave it empty."
      />
    </>
  );
}

function ForWhom({ voice, answers }: Fields) {
  const own = voice === 'officer';
  return (
    <>
      <ChoiceField
        answers={answers}
        name="asksFor"
        label={own ? 'For whom do they ask?' : 'For whom do you ask?'}
        before="me"
        options={[
          { value: 'me', text: own ? 'For themselves' : 'For myself' },
          {
            value: 'my-child',
            text: own ? 'For their child' : 'For my child',
            hint: 'A child who understands what this means is asked first.',
          },
          {
            value: 'somebody-else',
            text: 'For somebody who agreed to it',
            hint: 'We ask that person before anything is given.',
          },
        ]}
      />
      <LineField
        answers={answers}
        name="aboutName"
        label="What is the name of whom it is about?"
        hint="Leave it empty where it is the one who asks."
      />
      {own ? <HowItCame answers={answers} /> : null}
    </>
  );
}

export function HowToReach({ voice, answers }: Fields) {
  const young = voice === 'young';
  return (
    <>
      <LineField
        answers={answers}
        name="email"
        label={young ? 'Do you have an e-mail address that only you read?' : 'E-mail address'}
        hint="Leave it empty if you have none."
      />
      <LineField
        answers={answers}
        name="otherWay"
        label={young ? 'Is there another way to reach you?' : 'Another way to reach whoever asks'}
        hint={
          young
            ? 'A person you trust, your school, or a number to ring and when.'
            : 'A telephone number and a good time, an address, or a person.'
        }
      />
      <ChoiceField
        answers={answers}
        name="safe"
        label={young ? 'Is it safe if we write to you there?' : 'Is it safe to write there?'}
        hint="Think of who else could see a letter or a message."
        options={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No, somebody could see it who should not' },
          { value: 'not-said', text: young ? 'I do not know' : 'Not known' },
        ]}
      />
    </>
  );
}

export function MoreToSay({ voice, answers }: Fields) {
  const young = voice === 'young';
  return (
    <>
      <WordsField
        answers={answers}
        name="words"
        label={young ? 'What do you want us to know?' : 'What exactly is asked?'}
        hint={
          young
            ? 'What is wrong, or what you look for. You can leave it empty.'
            : 'From which time, by whom, about what. It may stay empty.'
        }
      />
      <WordsField
        answers={answers}
        name="support"
        rows={3}
        label={young ? 'What would help you?' : 'What would help them?'}
        hint={
          young
            ? 'Somebody with you when you read it, large letters, another language.'
            : 'Somebody with them, large print, another language, a voice.'
        }
      />
    </>
  );
}

function HowItCame({ answers }: { answers: Answers }) {
  return (
    <>
      <ChoiceField
        answers={answers}
        name="came"
        label="How did it come?"
        before="letter"
        options={[
          { value: 'letter', text: 'By letter or e-mail' },
          { value: 'in-person', text: 'Face to face' },
          { value: 'telephone', text: 'By telephone' },
        ]}
      />
      <DayField
        answers={answers}
        name="received"
        label="On which day did it come?"
        hint="Empty means today."
      />
    </>
  );
}
