# What the bot says of itself and of the conversation. What it answers to questions is zone data.

bot-greeting =
    Hello. I am the digital assistant of this desk. I am a bot, not a person.
    I answer simple questions and prepare reports. You can always ask for a member of staff.
    Write what is going on, or choose below. Please do not give any personal details yet.
bot-person = I want to talk to a person
bot-none-of-these = None of these
bot-yes = Yes
bot-no = No
bot-skip = I don’t know

bot-clarify = I am not sure what you mean. Is it about one of these?
bot-rephrase = I do not understand that yet. Can you say it in other words? You can also ask for a person.
bot-nothing-read = I can only read text. Please write in a few words what is going on.

bot-helped = Does this help you?
bot-helped-yes = Yes, thank you
bot-helped-no = No
bot-anything-else = Good. Can I do anything else for you?
bot-more = I have another question
bot-end = No, that was all
bot-ask-away = Please ask your question.
bot-what-is-missing = What else would you like to know? Write it here, or ask for a person.
bot-not-in-answer = My information does not say that. A member of staff can tell you.
bot-heard-more = Thank you, I keep that in mind.
bot-goodbye = Thank you for your message. I am closing this conversation now. You can always start a new one.

bot-hand-over-requested = I am getting a member of staff. They read what you have written. You do not have to repeat anything.
bot-hand-over-unsure = Sorry, I do not understand you well enough. I am getting a member of staff. They read what you have written.
bot-hand-over-topic = A person can help you with this better than a bot. I am getting somebody. You do not have to repeat anything.
bot-hand-over-sensitive =
    It is good that you tell us this. A member of staff goes on talking with you here. You go first in the queue.
    You decide what you tell. The button at the top takes you away from this page at once.
bot-hand-over-form = Thank you. A member of staff checks everything with you and fills in the rest together with you. You do not have to repeat anything.

bot-emergency-now = Is this happening now, or is somebody in danger?
bot-emergency-yes = Yes, now
bot-emergency-no = No, not now
bot-not-now = All right, then we go on here.

bot-form-offer = I can ask the first questions of your report now. A member of staff takes over after that. Shall we begin?
bot-form-start = Start the questions
bot-form-no = No, not now
bot-form-intro =
    All right. I will ask a few short questions. You see your answers in the form and you can always correct them.
    You do not know something? Then skip the question. Write “person” if you would rather talk to somebody now.
bot-form-moment-again = I cannot find a day in your answer. Write for example “last night”, “Tuesday” or “14 March”.
bot-form-moment-future = That day is still to come. Which day was it?
bot-form-choice-again = That fits none of the answers. Choose one, or choose “I don’t know”.
bot-form-yes-no-again = Answer with yes or no, or choose “I don’t know”.
bot-form-text-again = I cannot note that. Write it short and in plain words, or choose “I don’t know”.
bot-form-progress = Question { $number } of { $of }
bot-form-line = { $label }: { $answer }
bot-form-confirm-one = { $answer }. Is that right?
bot-form-confirm-many =
    This is what I understood:
    { $answers }
    Is that right?
bot-form-noted-yes = Yes, that is right
bot-form-noted-no = No, correct it
bot-form-confirm-again = Choose “Yes, that is right” or “No, correct it”. You can also write what it was.
bot-form-which-wrong = What is not right?
bot-form-all-wrong = All of it
bot-form-mended = Corrected. { $answer }.
bot-form-as-written = as you wrote it
bot-form-noted = This is what I noted:
bot-form-wait = Take your time. Everything is kept, also when you reload this page. Write your answer when you are ready.
bot-form-paused = All right, I stop asking. Your answers are kept. You can go on later, or finish it with a member of staff.
bot-form-resume = Go on with the questions
bot-form-other = A report was already begun in this conversation. A member of staff is glad to help you with the second one.
bot-form-resume-offer = Does this help you? Your answers from before are kept. Do you want to go on?
bot-form-moment-past = That day is over. Which day to come is it?
bot-form-moment-before = That is earlier than what you wrote before. When was it exactly?
bot-form-days-few = There are too few days between the two. Which day is it?
bot-form-days-many = There are too many days between the two. Which day is it?
bot-form-amount-again = I cannot find an amount. Write only a number, for example 250 or 49.90.
bot-hand-over-form-first = Thank you, this is important. A member of staff talks to you first now. Is there still danger, or does anybody need help? Call 112.

bot-abuse = I am glad to go on helping you. Could you say it without insults? You can also ask for a person.
bot-language-now = I will go on in English.
bot-language-back = I prefer English
bot-foreign = I do not understand your language. A member of staff will help you.
