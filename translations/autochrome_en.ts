<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name>TrainingData</name>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autochrome::EstimateView</name>
    <message numerus="yes">
        <source>%n day(s) %1 h</source>
        <translation>
            <numerusform>%n day %1 h</numerusform>
            <numerusform>%n days %1 h</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autochrome::LossChart</name>
    <message numerus="yes">
        <source>After %Ln photo(s): loss %1, cross entropy %2, regression %3, learning rate %4.</source>
        <translation>
            <numerusform>After %Ln photo: loss %1, cross entropy %2, regression %3, learning rate %4.</numerusform>
            <numerusform>After %Ln photos: loss %1, cross entropy %2, regression %3, learning rate %4.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autochrome::QueueDialog</name>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autochrome::WindowQueue</name>
    <message numerus="yes">
        <source>%Ln photo(s) are open. The queue is better for large numbers.</source>
        <translation>
            <numerusform>%Ln photo is open. The queue is better for large numbers.</numerusform>
            <numerusform>%Ln photos are open. The queue is better for large numbers.</numerusform>
        </translation>
    </message>
</context>
</TS>
